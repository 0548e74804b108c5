import fc from 'fast-check'
import { type Money, money } from '../../money'
import { type CapturablePayment, planCapture } from './plan-capture'
import { isRefusal } from './refusal'

const tl = (minor: number): Money => money(minor, 'TRY')

const authorized: CapturablePayment = {
  paymentId: 7,
  phase: 'PRE_AUTH',
  gone: false,
  underReview: false,
  price: tl(10000),
  paidPrice: tl(10635),
}

const paidFor = (amount: Money | undefined, payment = authorized) => {
  const plan = planCapture({ key: 'c', amount }, payment)
  return isRefusal(plan) ? plan.error.code : plan.steps[0]
}

test.each([
  ['all of it when no amount is named', undefined, 10635],
  ['all of it when the whole price is named', tl(10000), 10635],
  ['the same share of the interest when it is less', tl(5000), 5318],
  ['the same share of the interest when it is more', tl(11500), 12230],
])('what is captured of the card money is %s', (_, amount, paid) => {
  expect(paidFor(amount)).toEqual({
    key: 'c',
    paymentId: 7,
    amount: tl(paid),
    price: amount ?? tl(10000),
    state: 'planned',
  })
})

test.each(['PRE_AUTH', 'AUTH'] as const)(
  'a suspicious %s payment is not captured before its review',
  (phase) => {
    expect(paidFor(undefined, { ...authorized, phase, underReview: true })).toBe('under-review')
  },
)

test('the share is exact to half a kuruş, for any price and interest', () => {
  const minor = fc.integer({ min: 1, max: 10_000_000 })
  fc.assert(
    fc.property(minor, minor, minor, (price, paidPrice, amount) => {
      const step = paidFor(tl(amount), { ...authorized, price: tl(price), paidPrice: tl(paidPrice) })
      if (typeof step !== 'object') throw new Error('refused')
      const off = 2n * (BigInt(step.amount.minor) * BigInt(price) - BigInt(paidPrice) * BigInt(amount))
      expect(off <= BigInt(price) && off >= -BigInt(price)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('captured before with this amount is done; with another one it is refused', () => {
  const captured: CapturablePayment = { ...authorized, phase: 'POST_AUTH' }
  expect(paidFor(tl(10000), captured)).toMatchObject({ state: 'done' })
  expect(paidFor(undefined, { ...captured, phase: 'AUTH' })).toMatchObject({ state: 'done' })
  expect(paidFor(tl(9999), captured)).toBe('captured-already')
})

test.each([
  ['zero', tl(0), 'amount'],
  ['a negative amount', tl(-1), 'amount'],
  ['another currency', money(1, 'EUR'), 'currency'],
])('%s is refused', (_, amount, code) => {
  expect(paidFor(amount)).toBe(code)
})

test('a payment that was cancelled is not captured', () => {
  expect(paidFor(undefined, { ...authorized, gone: true })).toBe('gone')
})
