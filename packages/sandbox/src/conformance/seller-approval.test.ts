import Craftgate from '@craftgate/craftgate'
import { call } from '../test/call'
import { paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const OWN = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key' }
const OTHER = { name: 'Başka', apiKey: 'other-key', secretKey: 'other-secret' }
const testServer = useTestServer({ seed: { merchants: [OWN, OTHER] } }, 'file')
const payments = () => testServer.client.payment()
const asOther = () => clientOf({ ...OTHER, url: testServer.sandbox.url }).payment()

/** A sale of two sellers' products and of one of the merchant's own. */
const sale = (change: object = {}) =>
  payments().createPayment(
    paymentRequest({
      paymentGroup: Craftgate.Model.PaymentGroup.Product,
      items: [
        { name: 'A', price: 30, subMerchantMemberId: 1, subMerchantMemberPrice: 27 },
        { name: 'B', price: 50, subMerchantMemberId: 2, subMerchantMemberPrice: 42 },
        { name: 'C', price: 20 },
      ],
      ...change,
    }),
  )

async function saleIds(change: object = {}) {
  const { id, paymentTransactions } = await sale(change)
  const [first = 0, second = 0, own = 0] = paymentTransactions.map((transaction) => transaction.id)
  return { id, first, second, own }
}

const approve = (paymentTransactionIds: number[], isTransactional = false) =>
  payments().approvePaymentTransactions({ paymentTransactionIds, isTransactional })
const disapprove = (paymentTransactionIds: number[], isTransactional = false) =>
  payments().disapprovePaymentTransactions({ paymentTransactionIds, isTransactional })
const statuses = async (id: number) =>
  (await payments().retrievePayment(id)).paymentTransactions.map(({ transactionStatus }) => transactionStatus)

describe('the approval of a seller’s transaction', () => {
  it('is given once, and taken back', async () => {
    const { id, first } = await saleIds()
    expect(await statuses(id)).toEqual(['WAITING_FOR_APPROVAL', 'WAITING_FOR_APPROVAL', 'APPROVED'])
    expect(await approve([first])).toMatchObject({
      ...{ size: 1, items: [{ paymentTransactionId: first, approvalStatus: 'SUCCESS' }] },
    })
    expect(await statuses(id)).toEqual(['APPROVED', 'WAITING_FOR_APPROVAL', 'APPROVED'])
    expect(await approve([first])).toMatchObject({ size: 0, items: [{ approvalStatus: 'FAILURE' }] })
    expect(await disapprove([first])).toMatchObject({ size: 1 })
    expect(await disapprove([first])).toMatchObject({ items: [{ approvalStatus: 'FAILURE' }] })
    expect(await statuses(id)).toEqual(['WAITING_FOR_APPROVAL', 'WAITING_FOR_APPROVAL', 'APPROVED'])
  })

  it('is given to those that can be, or to none where all must be', async () => {
    const { id, first, second, own } = await saleIds()
    expect(await approve([first, own], true)).toMatchObject({
      size: 0,
      items: [{ approvalStatus: 'FAILURE' }, { approvalStatus: 'FAILURE', failedReason: expect.any(String) }],
    })
    expect(await statuses(id)).toEqual(['WAITING_FOR_APPROVAL', 'WAITING_FOR_APPROVAL', 'APPROVED'])
    expect(await approve([first, own, 999_999])).toMatchObject({
      size: 1,
      items: [{ approvalStatus: 'SUCCESS' }, { approvalStatus: 'FAILURE' }, { approvalStatus: 'FAILURE' }],
    })
    expect(await approve([second], true)).toMatchObject({ size: 1 })
    expect(await statuses(id)).toEqual(['APPROVED', 'APPROVED', 'APPROVED'])
  })

  it('is not given once the money went back, nor by another merchant', async () => {
    const { first, second } = await saleIds()
    await payments().refundPaymentTransaction({ paymentTransactionId: first, refundPrice: 30 })
    expect(await approve([first])).toMatchObject({ size: 0 })
    const foreign = { paymentTransactionIds: [second], isTransactional: false }
    expect(await asOther().approvePaymentTransactions(foreign)).toMatchObject({ size: 0 })
  })
})

describe('a change of a seller’s transaction', () => {
  const update = (id: number, change: object) =>
    call(testServer, `payment-transactions/${id}`, change, { method: 'PUT' })

  it('moves it to another seller, share or day, and shows the new payouts', async () => {
    const { id, first } = await saleIds()
    expect(
      await payments().updatePaymentTransaction(first, {
        subMerchantMemberId: 3,
        subMerchantMemberPrice: 20,
      }),
    ).toMatchObject({
      ...{
        id: first,
        subMerchantMemberId: 3,
        subMerchantMemberPrice: 20,
        transactionStatus: 'WAITING_FOR_APPROVAL',
      },
      ...{ payout: { subMerchantMemberPayoutAmount: 20 } },
    })
    expect(await update(first, { blockageResolvedDate: '2026-03-20T00:00:00' })).toMatchObject({
      data: { blockageResolvedDate: '2026-03-20T00:00:00', subMerchantMemberId: 3 },
    })
    const [changed] = (await payments().retrievePayment(id)).paymentTransactions
    expect(changed).toMatchObject({ subMerchantMemberId: 3, subMerchantMemberPrice: 20 })
  })

  it.each([
    [{ subMerchantMemberId: 1, subMerchantMemberPrice: 27 }, '4144'],
    [{ subMerchantMemberPrice: 31 }, '4037'],
    [{ subMerchantMemberId: 99 }, '4036'],
    [{ subMerchantMemberPrice: 1.001 }, '4007'],
  ])('is refused as %j', async (change, errorCode) => {
    const { first } = await saleIds()
    expect(await update(first, change)).toMatchObject({ errorCode })
  })

  it('is refused of what is approved, refunded, no product, or not the merchant’s', async () => {
    const change = { subMerchantMemberPrice: 1 }
    const { first, second, own } = await saleIds()
    await approve([first])
    expect(await update(first, change)).toMatchObject({ errorCode: '4143' })
    expect(await update(own, { subMerchantMemberId: 1 })).toMatchObject({ errorCode: '4143' })
    await payments().refundPaymentTransaction({ paymentTransactionId: second, refundPrice: 10 })
    expect(await update(second, change)).toMatchObject({ errorCode: '4142' })
    const { ListingOrSubscription: paymentGroup } = Craftgate.Model.PaymentGroup
    expect(await update((await saleIds({ paymentGroup })).first, change)).toMatchObject({ errorCode: '4140' })
    const both = { subMerchantMemberId: 1, subMerchantMemberPrice: 1 }
    expect(await refusal(asOther().updatePaymentTransaction(second, both))).toMatchObject({ code: '4002' })
  })
})
