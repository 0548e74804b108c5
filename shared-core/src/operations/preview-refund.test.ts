// What is told before a refund is what the refund then does, at the emulator, to the minor unit.
import { type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import fc from 'fast-check'
import { type CraftgateClient, createClient } from '../client'
import type { RefundPreview } from '../commerce'
import { silentLogger } from '../logger'
import { fromDecimal, type Money, subtract, toWireNumber } from '../money'
import { MemoryPlatform } from '../testing'
import { createOperations, type Operations } from '.'
import { failureOf, tl } from './testing/operations-harness'

const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }
const ACCOUNT = 'tr:sandbox'
const BUYER = 11
const members = [
  { id: BUYER, name: 'Ayşe Yılmaz', hasWallet: true, walletBalance: '100000' },
  { id: 2, name: 'Bakır Atölyesi', isSubMerchant: true, isBuyer: false, maximumNegativeBalance: '100000' },
]

let sandbox: Sandbox
let client: CraftgateClient
let operations: Operations

const clock = () => sandbox.control.clock.now()

beforeAll(async () => {
  const own = { name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key', members }
  const seed = { merchants: [own] }
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0, seed })
})
afterAll(() => sandbox.close())

beforeEach(() => open())
afterEach(() => client.close())

function open(partialRefunds: 'proportional' | 'price' = 'proportional') {
  sandbox.control.reset()
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  client = createClient({ apiKey, secretKey, webhookKey, environment }, { deadlines })
  operations = createOperations({
    platform: new MemoryPlatform({ clock }),
    clientFor: () => client,
    fingerprintOf: () => 'first',
    options: { partialRefunds, deadlines, reconcileAfterSeconds: 0 },
    logger: silentLogger,
    clock,
    pause: async () => {},
  })
}

interface Sale {
  /** Kuruş of each item. */
  readonly items: readonly number[]
  readonly paid: number
  readonly wallet?: number
  readonly buyer?: number
  /** Of the first item, kuruş. */
  readonly seller?: number
  readonly paymentPhase?: 'PRE_AUTH'
}

async function pay({ items, paid, wallet = 0, buyer, seller, paymentPhase }: Sale): Promise<number> {
  const wire = (minor: number) => toWireNumber(tl(minor))
  const body = {
    price: wire(items.reduce((all, each) => all + each, 0)),
    paidPrice: wire(paid),
    installment: 1,
    currency: 'TRY',
    paymentGroup: 'PRODUCT',
    buyerMemberId: buyer,
    items: items.map((price, index) => ({
      ...{ name: 'Item', price: wire(price), externalId: `item-${index + 1}` },
      ...(index === 0 && seller && { subMerchantMemberId: 2, subMerchantMemberPrice: wire(seller) }),
    })),
    ...(wallet > 0 && { walletPrice: wire(wallet), buyerMemberId: BUYER }),
    ...(wallet < paid && {
      card: testCards.success,
    }),
    paymentPhase,
  } as const
  return (await client.call('createPayment', { body })).id
}

const named = (paymentId: number) => ({ account: ACCOUNT, paymentId })
const preview = (paymentId: number, minor?: number) =>
  operations.previewRefund({ ...named(paymentId), amount: minor === undefined ? undefined : tl(minor) })
const refund = (paymentId: number, minor: number, key: string) =>
  operations.refund({ ...named(paymentId), amount: tl(minor), key })
const refunded = (paymentId: number): Money =>
  fromDecimal(sandbox.control.payments().find(({ id }) => id === paymentId)?.refunded ?? '0', 'TRY')
const balance = async (): Promise<Money> =>
  fromDecimal(
    String((await client.call('retrieveMemberWallet', { path: { memberId: BUYER } })).amount),
    'TRY',
  )

function possible(told: RefundPreview) {
  if (told.state === 'possible') return told
  throw new Error(told.message.en)
}

const sale = fc
  .record({
    items: fc.array(fc.integer({ min: 100, max: 90_000 }), { minLength: 1, maxLength: 4 }),
    surcharge: fc.integer({ min: 0, max: 2500 }),
    walletShare: fc.constantFrom(0, 0, 3, 10),
  })
  .map(({ items, surcharge, walletShare }) => {
    const price = items.reduce((all, each) => all + each, 0)
    const paid = price + Math.floor((price * surcharge) / 10_000)
    return { items, price, paid, wallet: Math.floor((paid * walletShare) / 10) }
  })
const parts = fc.array(fc.double({ min: 0.001, max: 0.7, noNaN: true }), { minLength: 1, maxLength: 4 })

test('what a refund is told to give is what it gives, the wallet’s part too', async () => {
  await fc.assert(
    fc.asyncProperty(
      sale,
      parts,
      fc.boolean(),
      fc.constantFrom('proportional' as const, 'price' as const),
      async (sold, row, nextDay, mode) => {
        await client.close()
        open(mode)
        const id = await pay(sold)
        if (nextDay) await sandbox.control.clock.advance({ days: 1 })
        for (const [index, part] of row.entries()) {
          const amount = Math.max(1, Math.floor(sold.price * part))
          await refundAsTold(id, amount, `r${index}`)
        }
        const left = await preview(id)
        if (left.state === 'possible') await refundAsTold(id, left.price.minor, 'rest')
        expect((await preview(id, 1)).state).toBe('refused')
        if (mode === 'proportional') expect(refunded(id)).toEqual(tl(sold.paid))
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

async function refundAsTold(id: number, minor: number, key: string): Promise<void> {
  const told = await preview(id, minor)
  const before = { refunded: refunded(id), balance: await balance() }
  const result = await refund(id, minor, key)
  if (told.state === 'refused') {
    expect(failureOf(result)).toMatchObject({ error: told.error })
    expect(refunded(id)).toEqual(before.refunded)
    return
  }
  expect(result.state).toBe('done')
  expect(told.price).toEqual(tl(minor))
  expect(told.cardAmount).toEqual(subtract(refunded(id), before.refunded))
  expect(told.walletAmount ?? tl(0)).toEqual(subtract(await balance(), before.balance))
}

test('the card gets its share of the interest, and the page can say how much of each', async () => {
  const id = await pay({ items: [12_000, 8_000], paid: 21_650 })
  expect(possible(await preview(id, 10_000))).toMatchObject({
    price: tl(10_000),
    cardAmount: tl(10_825),
    interest: { kind: 'shopper-interest', amount: tl(825) },
    items: [{ externalId: 'item-1', price: tl(10_000), cardAmount: tl(10_825) }],
  })
})

test('a seller’s share is told with the item it is taken back of', async () => {
  const id = await pay({ items: [10_000, 5_000], paid: 15_000, seller: 9_000 })
  const ofFirst = async (minor: number, part = minor) => {
    const items = [{ externalId: 'item-1', amount: tl(part) }]
    return possible(await operations.previewRefund({ ...named(id), amount: tl(minor), items })).items
  }
  expect(await ofFirst(12_000, 10_000)).toMatchObject([
    { externalId: 'item-1', seller: { memberId: 2, amount: tl(9_000) } },
    { externalId: 'item-2', price: tl(2_000) },
  ])
  expect((await ofFirst(5_000))[0]?.seller?.amount).toEqual(tl(4_500))
  expect(possible(await preview(id, 3_000)).items.map(({ price }) => price)).toEqual([tl(2_000), tl(1_000)])
})

test('without an amount all that is left is told', async () => {
  const id = await pay({ items: [12_000, 8_000], paid: 21_650 })
  await refund(id, 5_000, 'r1')
  expect(possible(await preview(id))).toMatchObject({ price: tl(15_000), cardAmount: tl(16_237) })
})

test('of what went back whole nothing is left', async () => {
  const id = await pay({ items: [20_000], paid: 20_000 })
  await refund(id, 20_000, 'r1')
  expect(await preview(id)).toMatchObject({ state: 'refused', error: { code: 'beyond-left' } })
})

test('named items give first', async () => {
  const id = await pay({ items: [12_000, 8_000], paid: 20_000 })
  const items = [{ externalId: 'item-2', amount: tl(3_000) }]
  const told = possible(await operations.previewRefund({ ...named(id), amount: tl(3_000), items }))
  expect(told.items).toMatchObject([{ externalId: 'item-2', price: tl(3_000) }])
})

describe('a refund of chosen items only', () => {
  const ofItem = (paymentId: number, minor: number, named = minor) => ({
    ...{ account: ACCOUNT, paymentId, amount: tl(minor), itemsOnly: true },
    items: [{ externalId: 'item-1', amount: tl(named) }],
  })

  test('is told and made of them, and what went back already is refused', async () => {
    const id = await pay({ items: [12_000, 8_000], paid: 21_650 })
    const told = possible(await operations.previewRefund(ofItem(id, 12_000)))
    expect(told).toMatchObject({ cardAmount: tl(12_990), items: [{ externalId: 'item-1' }] })
    expect(await operations.refund({ ...ofItem(id, 12_000), key: 'r1' })).toMatchObject({ state: 'done' })
    expect(refunded(id)).toEqual(tl(12_990))
    expect(await operations.previewRefund(ofItem(id, 1))).toMatchObject({ error: { code: 'beyond-item' } })
    const again = await operations.refund({ ...ofItem(id, 8_000), key: 'r2' })
    expect(failureOf(again)).toMatchObject({
      error: { code: 'beyond-item', message: { en: expect.stringContaining('cannot be refunded again') } },
    })
    expect(refunded(id)).toEqual(tl(12_990))
  })

  test('that another refund took meanwhile fails after the commit, too', async () => {
    const id = await pay({ items: [12_000, 8_000], paid: 20_000 })
    const later = { ...ofItem(id, 6_000), key: 'r1', execute: 'after-commit' as const }
    expect(await operations.refund(later)).toMatchObject({ state: 'pending' })
    await operations.refund({ ...ofItem(id, 7_000), key: 'r2' })
    expect(await operations.executeOperation({ account: ACCOUNT, paymentId: id }, 'r1')).toMatchObject({
      ...{
        state: 'failed',
        error: { code: 'beyond-item', message: { en: expect.stringContaining('50.00') } },
      },
    })
  })

  test('comes to the amount, also where all of it goes back', async () => {
    const id = await pay({ items: [12_000, 8_000], paid: 20_000 })
    expect(await operations.previewRefund(ofItem(id, 5_000, 4_000))).toMatchObject({
      error: { code: 'items' },
    })
    const all = { ...ofItem(id, 20_000), items: [{ externalId: 'item-9', amount: tl(20_000) }] }
    expect(await operations.previewRefund(all)).toMatchObject({ error: { code: 'beyond-item' } })
  })
})

test('into the wallet goes all of it, the interest too, and it is a member’s', async () => {
  const id = await pay({ items: [12_000, 8_000], paid: 21_650, buyer: BUYER })
  const request = { ...named(id), amount: tl(10_000), destination: 'wallet' as const }
  expect(possible(await operations.previewRefund(request))).toMatchObject({
    cardAmount: tl(10_825),
    walletAmount: tl(10_825),
    items: [{ cardAmount: tl(10_825), walletAmount: tl(10_825) }],
  })
  const before = await balance()
  expect(await operations.refund({ ...request, key: 'r1' })).toMatchObject({ state: 'done' })
  expect(subtract(await balance(), before)).toEqual(tl(10_825))
  for (const [buyer, code] of [
    [undefined, 'no-buyer'],
    [2, 'no-wallet'],
  ] as const) {
    const other = { ...request, paymentId: await pay({ items: [20_000], paid: 20_000, buyer }) }
    expect(await operations.previewRefund(other)).toMatchObject({ error: { code } })
  }
})

test.each([
  ['beyond what is left', 20_001, 'beyond-left'],
  ['of nothing', 0, 'amount'],
])('a refund %s is refused with the reason, and nothing is written down', async (_, minor, code) => {
  const id = await pay({ items: [20_000], paid: 20_000 })
  const told = await preview(id, minor)
  expect(told).toMatchObject({ state: 'refused', error: { code }, message: { tr: expect.any(String) } })
  expect(sandbox.control.refunds()).toEqual([])
})

test('a pre-authorization goes back as a whole only', async () => {
  const id = await pay({ items: [20_000], paid: 20_000, paymentPhase: 'PRE_AUTH' })
  expect(await preview(id, 5_000)).toMatchObject({ state: 'refused', error: { code: 'whole-only' } })
  expect(possible(await preview(id))).toMatchObject({ price: tl(20_000), cardAmount: tl(20_000) })
})

test('a Craftgate that cannot be asked is a reason that passes', async () => {
  const id = await pay({ items: [20_000], paid: 20_000 })
  sandbox.control.faults.add({ match: { path: '/payment-reporting' }, kind: 'drop-before', times: 20 })
  expect(await preview(id, 5_000)).toMatchObject({ state: 'refused', passing: true })
})
