import Craftgate from '@craftgate/craftgate'
import { MARKETPLACE_SEED } from '../seed/marketplace-seed'
import { paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { AccountOwner, Currency, PayoutAccountType } = Craftgate.Model
const testServer = useTestServer({ seed: MARKETPLACE_SEED })
const control = () => testServer.sandbox.control
const payments = () => testServer.client.payment()
const settlement = () => testServer.client.settlement()
const WISE = { type: PayoutAccountType.WISE, externalAccountId: 'wise-1', currency: Currency.USD }
const create = (change: object) =>
  settlement().createPayoutAccount({ ...WISE, accountOwner: AccountOwner.MERCHANT, ...change } as never)

it('is created, changed, found and deleted', async () => {
  const { id } = await create({})
  const seller = { accountOwner: AccountOwner.SUB_MERCHANT_MEMBER, subMerchantMemberId: 2 }
  const other = await create(seller)
  expect(other).toMatchObject({ ...seller, currency: 'USD', type: 'WISE' })
  await settlement().updatePayoutAccount(id, { type: PayoutAccountType.WISE, externalAccountId: 'wise-2' })
  const search = async (by: object) => (await settlement().searchPayoutAccount(by as never)).items
  expect(await search({ accountOwner: 'MERCHANT' })).toMatchObject([{ id, externalAccountId: 'wise-2' }])
  expect(await search({ subMerchantMemberId: 2, currency: 'USD' })).toMatchObject([{ id: other.id }])
  await settlement().deletePayoutAccount(id)
  expect(await search({})).toHaveLength(1)
  expect(await refusal(settlement().deletePayoutAccount(id))).toMatchObject({ code: '4301' })
})

it.each<[object, string]>([
  [{ accountOwner: 'SUB_MERCHANT_MEMBER' }, '4302'],
  [{ subMerchantMemberId: 2 }, '4302'],
  [{ accountOwner: 'SUB_MERCHANT_MEMBER', subMerchantMemberId: 3 }, '4303'],
  [{ externalAccountId: '' }, '4000'],
])('is not created with %j', async (change, code) => {
  expect(await refusal(create(change))).toMatchObject({ code })
})

it('is one for an owner and a currency', async () => {
  await create({})
  expect(await refusal(create({}))).toMatchObject({ code: '4304' })
  expect(await create({ currency: Currency.EUR })).toMatchObject({ currency: 'EUR' })
})

it('takes the marketplace’s own sales in its currency abroad', async () => {
  const foreign = {
    currency: Currency.USD,
    card: { ...paymentRequest().card, cardNumber: '4111111111111111' },
  }
  await payments().createPayment(paymentRequest(foreign as never))
  expect(() => control().payouts.create()).toThrow('nothing to pay out')
  await create({})
  expect(control().payouts.create()).toMatchObject([
    { payee: 'MERCHANT', destination: 'CROSS_BORDER', currency: 'USD', amount: '100.00' },
  ])
})
