// Stored cards and instalment tables over the real wire against the emulator.
import { type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { CraftgateCommerce } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import { CraftgateError } from '../errors'
import { money, toDecimal } from '../money/index'
import { MemoryPlatform } from '../testing/index'
import { harnessOptions, orderOf } from '../testing/shop-harness'
import { deleteCardsOf, deleteOwnCard, findOwnCard } from './own-cards'
import { cardId } from './stored-cards'

let sandbox: Sandbox
let platform: MemoryPlatform
let commerce: CraftgateCommerce
let now: Date

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.control.reset()
  now = new Date()
  platform = new MemoryPlatform({ clock: () => now })
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const merchants = { tr: { apiKey, secretKey, webhookKey, environment } }
  const options = { ...harnessOptions, merchants, checkout: { alwaysStoreCard: true } }
  commerce = createCraftgateCommerce({ options, platform, clock: () => now })
})
afterEach(() => commerce.close())

/** Buys on the hosted page and lets the card be stored; answers the key of the stored cards. */
async function buyAndStore(reference: string, cardUserKey?: string): Promise<string> {
  const order = orderOf(10_000)
  platform.addOrder(reference, { ...order, buyer: { ...order.buyer, cardUserKey, hasAccount: true } })
  const expected = money(10_000, 'TRY')
  const { record, payLink } = await commerce.begin({ reference, merchant: 'tr', order: reference, expected })
  const page = await commerce.handle(new Request(payLink), { shopper: order.buyer.id })
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(page.headers.get('location') ?? '')
  await shopper.pay({ card: testCards.success, deliver: false })
  const stored = await platform.findCheckout({ reference: record.reference })
  const { outcome } = await commerce.settle(stored ?? record)
  if (outcome.kind !== 'captured' || !outcome.facts.cardUserKey)
    throw new Error(`Not stored: ${outcome.kind}`)
  return outcome.facts.cardUserKey
}

test('a card that the shopper let Craftgate store is listed by its last digits, and deleted', async () => {
  const owner = { merchant: 'tr', cardUserKey: await buyAndStore('s1') }
  const [card, ...others] = await commerce.storedCards(owner)
  expect(others).toEqual([])
  expect(card).toMatchObject({ lastFour: testCards.success.cardNumber.slice(-4), expired: false })
  await commerce.deleteStoredCard(owner, card?.cardToken ?? '')
  expect(await commerce.storedCards(owner)).toEqual([])
})

test('a buyer with a key pays the next time under the same key', async () => {
  const key = await buyAndStore('s1')
  expect(await buyAndStore('s2', key)).toBe(key)
})

test('a card of somebody else is not deleted', async () => {
  const owner = { merchant: 'tr', cardUserKey: await buyAndStore('s1') }
  const [card] = await commerce.storedCards(owner)
  const stranger = { ...owner, cardUserKey: 'another-key' }
  await expect(commerce.deleteStoredCard(stranger, card?.cardToken ?? '')).rejects.toThrow(CraftgateError)
  expect(await commerce.storedCards(owner)).toHaveLength(1)
})

test('a card is renamed, and the next payment page shows the new name', async () => {
  const key = await buyAndStore('s1')
  const owner = { merchant: 'tr', cardUserKey: key }
  const [card] = await commerce.storedCards(owner)
  if (!card) throw new Error('No card was stored')
  await commerce.renameStoredCard(owner, card, 'Maaş kartım')
  expect(await commerce.storedCards(owner)).toMatchObject([{ ...card, alias: 'Maaş kartım' }])
})

test('the shop names cards by an id of its own, and forgets one or all of an owner', async () => {
  const owner = { merchant: 'tr', cardUserKey: await buyAndStore('s1') }
  const [card] = await commerce.storedCards(owner)
  const id = cardId({ cardToken: card?.cardToken ?? '' })
  expect(id).not.toContain(card?.cardToken)
  const stranger = { ...owner, cardUserKey: 'another-key' }
  expect(await findOwnCard(commerce, [stranger], id)).toBeUndefined()
  expect(await deleteOwnCard(commerce, [stranger], id)).toBe(false)
  expect(await findOwnCard(commerce, [stranger, owner], id)).toEqual({ owner, card })
  expect(await deleteOwnCard(commerce, [stranger, owner], id)).toBe(true)
  expect(await commerce.storedCards(owner)).toEqual([])
  await buyAndStore('s2', owner.cardUserKey)
  expect(await commerce.storedCards(owner)).toHaveLength(1)
  await deleteCardsOf(commerce, owner)
  expect(await commerce.storedCards(owner)).toEqual([])
})

test('instalments of one card: one payment at the price, more at more', async () => {
  const bin = testCards.success.cardNumber.slice(0, 8)
  const [table] = await commerce.installments({ merchant: 'tr', price: money(120_000, 'TRY'), bin })
  expect(table?.options[0]).toMatchObject({ count: 1, total: money(120_000, 'TRY') })
  const counts = table?.options.map(({ count }) => count) ?? []
  expect(counts.length).toBeGreaterThan(1)
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(toDecimal(table?.options.at(-1)?.total ?? money(0, 'TRY'))).toMatch(/^\d+\.\d\d$/)
})

test('without a BIN every card family answers, without its bank', async () => {
  const tables = await commerce.installments({ merchant: 'tr', price: money(120_000, 'TRY') })
  expect(new Set(tables.map(({ family }) => family)).size).toBeGreaterThan(1)
  expect(tables.map(({ bankName }) => bankName)).toEqual(tables.map(() => undefined))
})

test('the same question is asked of Craftgate once in five minutes; a failure is asked again', async () => {
  const question = { merchant: 'tr', price: money(99_900, 'TRY') }
  const asked = () => sandbox.control.requests().filter(({ path }) => path.includes('installments')).length
  await Promise.all([commerce.installments(question), commerce.installments(question)])
  expect(asked()).toBe(1)
  now = new Date(now.getTime() + 5 * 60_000)
  await commerce.installments(question)
  expect(asked()).toBe(2)
  const unknownBin = { ...question, bin: '00000000' }
  await expect(commerce.installments(unknownBin)).rejects.toThrow(CraftgateError)
  await expect(commerce.installments(unknownBin)).rejects.toThrow(CraftgateError)
  expect(asked()).toBe(4)
})

test('three hundred prices at once, of a Craftgate that is slow, leave the reads of payments alone', async () => {
  const expected = money(10_000, 'TRY')
  platform.addOrder('r1', orderOf(10_000))
  const { record } = await commerce.begin({ reference: 'r1', merchant: 'tr', order: 'r1', expected })
  await commerce.handle(
    new Request((await commerce.begin({ reference: 'r1', merchant: 'tr', order: 'r1', expected })).payLink),
  )
  sandbox.control.faults.add({ kind: 'delay', match: { path: '/installment/' }, times: 300, ms: 300 })
  const prices = Promise.allSettled(
    Array.from({ length: 300 }, (_, index) =>
      commerce.installments({
        merchant: 'tr',
        price: money(200_000 + index, 'TRY'),
        clientIp: `203.0.113.${index}`,
      }),
    ),
  )
  const open = await platform.findCheckout({ reference: 'r1' })
  await expect(commerce.settle(open ?? record)).resolves.toMatchObject({ outcome: { kind: 'pending' } })
  const refused = (await prices).filter(({ status }) => status === 'rejected')
  expect(refused.length).toBeGreaterThan(200)
})

// The last one: the emulator's clock only moves forward.
test('a card that expired is shown as expired, and can not be renamed', async () => {
  const owner = { merchant: 'tr', cardUserKey: await buyAndStore('s1') }
  await sandbox.control.clock.advance({ days: 40 * 366 })
  const [card] = await commerce.storedCards(owner)
  expect(card).toMatchObject({ expired: true })
  if (!card) throw new Error('No card was stored')
  await expect(commerce.renameStoredCard(owner, card, 'Eski')).rejects.toMatchObject({
    code: 'card-not-renamed',
  })
})
