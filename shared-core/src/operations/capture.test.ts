import fc from 'fast-check'
import { type Money, money } from '../money'
import { planCapture, planVoid, type WholePayment } from './capture'
import { isRejection } from './result'

const tl = (minor: number): Money => money(minor, 'TRY')

const authorized: WholePayment = {
  paymentId: 7,
  phase: 'PRE_AUTH',
  refunded: 'nothing',
  underReview: false,
  price: tl(10000),
  paidPrice: tl(10635),
}

const paidFor = (amount: Money | undefined, payment = authorized) => {
  const plan = planCapture({ amount, newKey: () => 'c' }, [payment])
  return isRejection(plan) ? plan.error.code : plan.steps[0]
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
  const captured: WholePayment = { ...authorized, phase: 'POST_AUTH' }
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
  expect(paidFor(undefined, { ...authorized, refunded: 'everything' })).toBe('gone')
})

describe('an authorization of two payments', () => {
  const both = [authorized, { ...authorized, paymentId: 8, price: tl(5000), paidPrice: tl(5000) }]
  const newKey = () => 'c'

  test('is captured and voided whole, by one request for each', () => {
    const captured = planCapture({ newKey }, both)
    const voided = planVoid({ newKey, onlyUncaptured: true }, both)
    for (const plan of [captured, voided]) {
      if (isRejection(plan)) throw new Error(plan.error.description)
      expect(plan.amount).toEqual(tl(15_000))
      expect(plan.steps.map(({ paymentId, amount }) => [paymentId, amount.minor])).toEqual([
        [7, 10_635],
        [8, 5000],
      ])
    }
  })

  test('is not captured in part', () => {
    expect(planCapture({ newKey, amount: tl(14_000) }, both)).toMatchObject({ error: { code: 'whole-only' } })
  })
})
