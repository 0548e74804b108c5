import type { CheckoutState } from '../platform'
import { FOLLOWS, mayFollow } from './record'

const STATES: readonly CheckoutState[] = [
  'created',
  'open',
  'review',
  'authorized',
  'captured',
  'expired',
  'refunding',
  'refunded',
  'needs-review',
]

/** Every pair that is allowed, and why. All others are refused. */
const ALLOWED: readonly (readonly [CheckoutState, CheckoutState, string])[] = [
  ['created', 'open', 'the shopper went to pay'],
  ['created', 'expired', 'nobody went to pay'],
  ['open', 'review', 'fraud rules hold the payment'],
  ['open', 'authorized', 'pre-authorized'],
  ['open', 'captured', 'paid'],
  ['open', 'expired', 'the page died'],
  ['open', 'refunding', 'paid for an order that cannot take it'],
  ['open', 'needs-review', 'the same, by option'],
  ['review', 'authorized', 'the merchant found it good'],
  ['review', 'captured', 'the merchant found it good'],
  ['review', 'expired', 'the merchant refused it'],
  ['review', 'refunding', 'good, but the order is gone'],
  ['review', 'needs-review', 'the same, by option'],
  ['authorized', 'captured', 'captured later'],
  ['authorized', 'expired', 'the authorization was cancelled in the panel'],
  ['authorized', 'refunding', 'the order that took it lost it, and cannot take it again'],
  ['authorized', 'needs-review', 'the same, by option'],
  ['captured', 'refunding', 'the order that took it lost it, and cannot take it again'],
  ['captured', 'needs-review', 'the same, by option'],
  ['expired', 'review', 'paid at the last moment'],
  ['expired', 'authorized', 'paid at the last moment'],
  ['expired', 'captured', 'paid at the last moment'],
  ['expired', 'refunding', 'paid at the last moment, and the order is gone'],
  ['expired', 'needs-review', 'the same, by option'],
  ['refunding', 'refunded', 'the money is back'],
  ['refunding', 'review', 'the order took it a moment before'],
  ['refunding', 'authorized', 'the order took it a moment before'],
  ['refunding', 'captured', 'the order took it a moment before'],
  ['needs-review', 'review', 'the order took it a moment before'],
  ['needs-review', 'authorized', 'the order took it a moment before'],
  ['needs-review', 'captured', 'the order took it a moment before'],
  ['needs-review', 'refunded', 'the merchant gave it back in Craftgate’s panel'],
  ['needs-review', 'refunding', 'the merchant gives it back'],
  ['refunding', 'needs-review', 'what the merchant gave back was refused'],
]

const isAllowed = (from: CheckoutState, to: CheckoutState): boolean =>
  ALLOWED.some(([a, b]) => a === from && b === to)

const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))

test.each(pairs)('%s -> %s is as the list says', (from, to) => {
  expect(mayFollow(from, to)).toBe(isAllowed(from, to))
})

test('what is given back stays so', () => {
  expect(FOLLOWS.refunded).toEqual([])
})
