// Lists of values and rules, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../testing/direct-shop'
import type { NewFraudValue } from './value-lists'

const RULES = [
  { name: 'Kara liste', action: 'BLOCK' as const, conditions: 'clientIp in @blockedClientIps' },
  { name: 'Kartlar', action: 'REVIEW' as const, conditions: 'cardNumber in @blockedCardNumbers' },
]

let shop: DirectShop

beforeAll(async () => {
  const merchant = { name: 'Deneme', apiKey: 'key', secretKey: 'secret', fraudRules: RULES }
  shop = await DirectShop.start('tr', { merchants: [merchant] })
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const fraud = () => shop.commerce.fraud
const LIST = 'blockedClientIps'
const add = (over: Partial<NewFraudValue> = {}) =>
  fraud().addToList('tr', {
    ...{ listName: LIST, type: 'IP', value: '85.105.10.20', label: 'Deneme', idempotencyKey: 'form-1' },
    ...over,
  })

test('a value goes on a list, which is made with it, and off it again', async () => {
  await add()
  expect(await fraud().listNames('tr')).toEqual([LIST])
  const { values } = await fraud().list('tr', LIST)
  expect(values).toEqual([{ id: expect.any(String), label: 'Deneme', value: '85.105.10.20' }])
  await fraud().removeFromList('tr', LIST, values[0]?.id ?? '')
  expect((await fraud().list('tr', LIST)).values).toEqual([])
  await fraud().deleteList('tr', LIST)
  expect(await fraud().listNames('tr')).toEqual([])
})

test('a value that is valid for an hour says how long it is still, and is gone after it', async () => {
  await add({ durationInSeconds: 3_600 })
  shop.sandbox.control.clock.advance({ minutes: 20 })
  expect((await fraud().list('tr', LIST)).values).toMatchObject([{ expiresInSeconds: 2_400 }])
  shop.sandbox.control.clock.advance({ hours: 1 })
  expect((await fraud().list('tr', LIST)).values).toEqual([])
})

test('a card goes on a list by a payment that was made with it, and the next payment is marked', async () => {
  await pay()
  const [paymentId] = (await shop.attempt()).paymentIds
  await add({ listName: 'blockedCardNumbers', type: 'CARD', value: undefined, paymentId })
  const [{ value = '' } = {}] = (await fraud().list('tr', 'blockedCardNumbers')).values
  expect(value).toMatch(/^[0-9a-f]{64}$/)
  expect(shop.calls('/card-fingerprints')).toHaveLength(1)
  await pay('s2')
  expect((await fraud().checks('tr', {})).checks).toMatchObject([{ rule: { name: 'Kartlar' } }])
})

async function pay(reference = 's1'): Promise<void> {
  if (reference !== 's1') shop.platform.addOrder('o2', shop.platform.order('o1').snapshot)
  const { payLink } = await shop.begin({ reference, order: reference === 's1' ? 'o1' : 'o2' })
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(payLink)))
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
}

test.each([
  ['a name that no rule could use', { listName: 'kara liste' }, 'Liste adı'],
  ['an address of another kind', { value: '::1' }, 'IPv4'],
  ['no e-mail address', { type: 'EMAIL', value: 'ada' }, 'e-posta'],
  ['no digits', { type: 'PHONE_NUMBER', value: 'ada' }, 'rakamlar'],
  ['nothing', { type: 'OTHER', value: undefined }, 'Değer'],
  ['a card by its number', { type: 'CARD', value: '4111111111111111' }, 'Kart'],
  ['a card by nothing', { type: 'CARD', value: undefined }, 'Kart'],
  ['an address by a payment', { paymentId: 5 }, 'Kart'],
  ['no time at all', { durationInSeconds: 0 }, 'Geçerlilik'],
  ['a long label', { label: 'x'.repeat(256) }, 'Açıklama'],
] as const)('%s is refused before anybody is asked, without repeating it', async (_what, over, says) => {
  const refused = await add(over as Partial<NewFraudValue>).then(
    () => undefined,
    (error: { code: string; message: string; merchantMessage: { tr: string } }) => error,
  )
  expect(refused?.code).toBe('bad-list-value')
  expect(refused?.merchantMessage.tr).toContain(says)
  if ('value' in over && over.value) expect(JSON.stringify(refused)).not.toContain(over.value)
  expect(shop.calls('/value-lists')).toEqual([])
})

test('a list of another type refuses it, in Craftgate’s words', async () => {
  await add()
  await expect(add({ type: 'OTHER', value: 'x', idempotencyKey: 'form-2' })).rejects.toMatchObject({
    kind: 'invalid-request',
    code: '4181',
  })
})

test('the rules are read as they stand at Craftgate', async () => {
  const { rules, count } = await fraud().rules('tr', 0)
  expect(count).toBe(2)
  expect(rules).toContainEqual({
    id: expect.any(Number),
    name: 'Kara liste',
    action: 'BLOCK',
    isActive: true,
    conditions: 'clientIp in @blockedClientIps',
  })
})
