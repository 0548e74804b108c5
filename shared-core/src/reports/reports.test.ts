// Files and the compared day, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money'
import { DirectShop, locationOf } from '../testing/direct-shop'
import type { ReportFile } from '.'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

/** A day of the emulator's clock, which goes on from test to test, in Istanbul. */
const dayAt = (days = 0) =>
  new Date(shop.sandbox.control.clock.now().getTime() + 3 * 3_600_000 + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
const textOf = (file: ReportFile) => new Response(file).text()
const reports = () => shop.commerce.reports

async function buy(): Promise<number> {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open((await shop.begin()).payLink)))
  await shopper.pay({ card: testCards.success, deliver: false })
  return shop.sandbox.control.payments().at(-1)?.id ?? 0
}

test('the file of a day is there on the next morning, as CSV and as XLSX', async () => {
  const id = await buy()
  const file = { kind: 'payments', day: dayAt(), format: 'CSV' } as const
  await expect(reports().daily('tr', file)).rejects.toMatchObject({ kind: 'invalid-request' })
  await shop.sandbox.control.clock.advance({ days: 1 })
  for (const kind of ['payments', 'transactions'] as const)
    expect(await textOf(await reports().daily('tr', { ...file, kind }))).toContain(String(id))
  const zipped = await reports().daily('tr', { ...file, format: 'XLSX' })
  expect(await textOf(zipped)).toMatch(/^PK/)
})

test('a report that is ordered is fetched when it is made, and the same key orders one', async () => {
  const id = await buy()
  const order = { kind: 'transactions', from: dayAt(), to: dayAt(), idempotencyKey: 'form-1' } as const
  const ordered = await reports().order('tr', order)
  expect(await reports().order('tr', order)).toBe(ordered)
  await expect(reports().ordered('tr', ordered, 'CSV')).rejects.toMatchObject({ kind: 'invalid-request' })
  await shop.sandbox.control.clock.advance({ minutes: 2 })
  expect(await textOf(await reports().ordered('tr', ordered, 'CSV'))).toContain(String(id))
})

describe('a day compared', () => {
  test('has no difference when all is well', async () => {
    await buy()
    await shop.settle()
    expect(await reports().compareDay('tr', dayAt())).toEqual({
      ...{
        from: '00:00:00',
        until: '24:00:00',
        compared: 1,
        ofNoOrder: 0,
        taken: 1,
        differences: [],
        isCut: false,
      },
    })
    expect(await reports().compareDay('tr', dayAt(-1))).toMatchObject({ compared: 0 })
  })

  test('has none for what was paid by a link of a free amount: it is no order’s', async () => {
    const terms = { name: 'Kahve', price: money(75_050, 'TRY'), installments: [1], idempotencyKey: 'form' }
    const link = await shop.commerce.paymentLinks.create('tr', terms)
    const opened = await fetch(link.url, { method: 'POST', redirect: 'manual' })
    const shopper = new Shopper()
    await shopper.open(new URL(opened.headers.get('location') ?? '', link.url).href)
    await shopper.pay({ card: testCards.success })
    expect(await reports().compareDay('tr', dayAt())).toMatchObject({
      ...{ compared: 1, ofNoOrder: 1, differences: [] },
    })
  })

  test('tells a payment that the shop does not know', async () => {
    const paymentId = await buy()
    const { differences } = await reports().compareDay('tr', dayAt())
    expect(differences).toEqual([{ kind: 'missing', paymentId, atCraftgate: money(124_990, 'TRY') }])
  })

  test('tells money that no order took, and another amount', async () => {
    const paymentId = await buy()
    const { record } = await shop.settle()
    const differs = async () => (await reports().compareDay('tr', dayAt())).differences
    const save = shop.platform.checkouts
    await save.save({ ...(await shop.attempt()), state: 'expired' })
    expect(await differs()).toMatchObject([
      { kind: 'state', paymentId, reference: record.reference, state: 'expired' },
    ])
    await save.save({ ...(await shop.attempt()), state: 'captured', expected: money(100, 'TRY') })
    expect(await differs()).toMatchObject([{ kind: 'amount', paymentId, inShop: money(100, 'TRY') }])
  })

  test('tells what an order took, and Craftgate does not know as paid', async () => {
    await buy()
    const { record } = await shop.settle()
    const [sale] = [...shop.platform.entries.values()]
    if (sale === undefined) throw new Error('The sale was not entered')
    await shop.platform.sales.enter({ ...sale, entry: 'taken-999999', reference: 'lost' }, record)
    const { taken, differences } = await reports().compareDay('tr', dayAt())
    expect(taken).toBe(2)
    expect(differences).toEqual([
      { kind: 'absent', paymentId: 999_999, reference: 'lost', inShop: record.expected },
    ])
  })

  test('a payment of another time than the shop heard of it in is none that is absent', async () => {
    await buy()
    await shop.sandbox.control.clock.advance({ days: 1 })
    await shop.settle()
    expect(await reports().compareDay('tr', dayAt(-1))).toMatchObject({
      compared: 1,
      taken: 0,
      differences: [],
    })
    expect(await reports().compareDay('tr', dayAt())).toMatchObject({
      compared: 0,
      taken: 1,
      differences: [],
    })
  })

  test('a payment that was cancelled is known', async () => {
    await buy()
    const { record } = await shop.settle()
    const [paymentId = 0] = record.paymentIds
    await shop.commerce.void({ account: record.account, paymentId, key: 'void-1' })
    expect(await reports().compareDay('tr', dayAt())).toMatchObject({ taken: 1, differences: [] })
  })

  test('leaves declined payments alone', async () => {
    const shopper = new Shopper()
    await shopper.open(locationOf(await shop.open((await shop.begin()).payLink)))
    await shopper.pay({ card: testCards.notSufficientFunds })
    expect(await reports().compareDay('tr', dayAt())).toMatchObject({ compared: 0, differences: [] })
  })
})
