import type { Opener } from '../commerce'
import type { CraftgateOptions } from '../options/options'
import { orderOf, ShopHarness } from '../testing/shop-harness'

type Rules = NonNullable<Exclude<CraftgateOptions['checkout'], (...args: never) => unknown>>['threeDSecure']

const known = { id: 'c7', hasAccount: true, isFirstOrder: false, isNewAddress: false }
const opener = { shopper: 'c7' }

async function isForced(threeDSecure: Rules, over = {}, more = {}, by: Opener = opener): Promise<boolean> {
  const harness = new ShopHarness({ checkout: { threeDSecure, ...more } })
  harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer: known, ...over })
  await harness.checkout.start(await harness.checkout.begin(harness.sale()), by)
  const { token } = await harness.stored()
  return harness.craftgate.page(token).init.forceThreeDS === true
}

test.each<[string, Rules, object, boolean]>([
  ['always', 'always', {}, true],
  ['never', 'never', {}, false],
  ['nothing said', undefined, {}, false],
  ['no rule fits', {}, {}, false],
  ['debit cards, which any page takes', { debitCards: true }, {}, true],
  ['a first order', { firstOrder: true }, { buyer: { ...known, isFirstOrder: true } }, true],
  ['a later order', { firstOrder: true }, {}, false],
  ['a guest', { firstOrder: true }, { buyer: {} }, true],
  ['a new address', { newAddress: true }, { buyer: { ...known, isNewAddress: true } }, true],
  ['a known address', { newAddress: true }, {}, false],
  ['at the amount', { above: { TRY: 100 } }, {}, false],
  ['above the amount', { above: { TRY: '99.99' } }, {}, true],
  ['above the amount of another currency', { above: { EUR: 1 } }, {}, false],
])('3D Secure by rule: %s', async (_, rules, over, forced) => {
  expect(await isForced(rules, over)).toBe(forced)
})

test.each<[string, Rules]>([
  ['a later order', { firstOrder: true }],
  ['a known address', { newAddress: true }],
])('%s of a buyer speaks for nobody else who opens his link', async (_, rules) => {
  expect(await isForced(rules, {}, {}, {})).toBe(true)
  expect(await isForced(rules, {}, {}, { shopper: 'c8' })).toBe(true)
  expect(await isForced(rules, {}, {}, { provesToBe: (id) => id === 'c7' })).toBe(false)
})

test('a page that takes credit cards only needs no rule for debit cards', async () => {
  expect(await isForced({ debitCards: true }, {}, { allowOnlyCreditCard: true })).toBe(false)
})

/** A page whose card was declined, and what the pay link leads to then. */
async function afterDecline(errorGroup: string, threeDSecure: Rules) {
  const harness = new ShopHarness({ checkout: { threeDSecure } })
  harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer: known })
  const first = await harness.opened()
  harness.craftgate.decline(first.token, errorGroup)
  await harness.settle(first)
  await harness.checkout.start(await harness.stored())
  const next = await harness.stored()
  return { harness, first, next, init: harness.craftgate.page(next.token).init }
}

test.each(['LOST_CARD', 'STOLEN_CARD', 'PICKUP_CARD'])(
  'after %s the next page demands 3D Secure',
  async (group) => {
    const { harness, first, next, init } = await afterDecline(group, {})
    expect(next.attempt).toBe(2)
    expect(init.forceThreeDS).toBe(true)
    expect(harness.craftgate.page(first.token).dead).toBe(true)
    await harness.checkout.start(next)
    expect((await harness.stored()).attempt).toBe(2)
  },
)

test.each<[string, Rules]>([
  ['NOT_SUFFICIENT_FUNDS', {}],
  ['LOST_CARD', 'never'],
  ['LOST_CARD', 'always'],
  ['LOST_CARD', { lostOrStolen: false }],
])('after %s with the rules %j the page stays as it is', async (group, rules) => {
  expect((await afterDecline(group, rules)).next.attempt).toBe(1)
})

test('a lost card is not forgotten when the amount changes', async () => {
  const { harness } = await afterDecline('LOST_CARD', { lostOrStolen: true })
  harness.platform.order('order-1').snapshot = orderOf(20_000, { buyer: known })
  const { token } = await harness.opened()
  expect(harness.craftgate.page(token).init.forceThreeDS).toBe(true)
})
