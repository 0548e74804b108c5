import Craftgate from '@craftgate/craftgate'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const merchants = [
  { name: 'A', apiKey: 'a', secretKey: 'sa' },
  { name: 'B', apiKey: 'b', secretKey: 'sb', paymentMethods: ['CARD' as const, 'PAPARA' as const] },
]

const testServer = useTestServer({ seed: { merchants } }, 'file')

const clients = () =>
  testServer.sandbox.merchants.map((merchant) => clientOf({ ...merchant, url: testServer.sandbox.url }))
const client = (place = 0) => {
  const found = clients()[place]
  if (!found) throw new Error('There are two merchants')
  return found
}

it('names the alternative payments that are open for the merchant', async () => {
  const open = async (place: number) => (await client(place).merchantApm().retrieveApms()).items
  const [all, few] = [await open(0), await open(1)]
  expect(all.map(({ apmType }) => String(apmType))).toEqual(
    expect.arrayContaining(['PAPARA', 'EDENRED', 'CHIPPIN']),
  )
  expect(few.map(({ apmType }) => String(apmType))).not.toContain('EDENRED')
  expect(few).toContainEqual(
    expect.objectContaining({ apmType: 'PAPARA', status: 'ACTIVE', supportedCurrencies: ['TRY'] }),
  )
  const ids = [...all, ...few].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('finds the merchant’s POSes', async () => {
  const search = (query: object) =>
    client()
      .merchant()
      .searchMerchantPos({ page: 0, size: 10, ...query })
  expect(await search({})).toMatchObject({ totalSize: 5, items: [{ alias: 'garanti' }, {}, {}, {}, {}] })
  const dollars = await search({ currency: Craftgate.Model.Currency.USD })
  expect(dollars.items).toMatchObject([{ alias: 'multi-currency', enableInstallment: false }])
  expect((await search({ enableInstallment: true })).totalSize).toBe(4)
  expect((await search({ page: 1, size: 3 })).items).toHaveLength(2)
})

it('shows one with what it costs, to its merchant only', async () => {
  const { items } = await client().merchant().searchMerchantPos({ alias: 'garanti', page: 0, size: 1 })
  const id = items[0]?.id ?? 0
  expect(await client().merchant().retrieveMerchantPos(id)).toMatchObject({
    id,
    bankId: 62,
    status: 'ACTIVE',
  })
  const commissions = await client().merchant().retrieveMerchantPosCommissions(id)
  expect(commissions.items).toContainEqual(
    expect.objectContaining({
      ...{ installment: 3, cardBrandName: 'Bonus', merchantCommissionRate: 3.75 },
      bankOnUsCreditCardCommissionRate: 4.75,
    }),
  )
  expect(await refusal(client(1).merchant().retrieveMerchantPos(id))).toMatchObject({ code: '4039' })
})
