import fc from 'fast-check'
import { type Money, money, subtract, sum } from '../money'
import { type PartialRefunds, priceLeft, type TransactionShare } from './allocation'
import type { OperationPlan } from './context'
import { planRefund, type RefundablePayment, type RefundInput } from './plan-refund'
import { isRejection, type Rejection } from './result'

const tl = (minor: number): Money => money(minor, 'TRY')

const share = (id: number, price: number, paidPrice: number, rest: Partial<TransactionShare> = {}) => ({
  id,
  paymentId: 7,
  externalId: `item-${id}`,
  price: tl(price),
  paidPrice: tl(paidPrice),
  refundable: tl(paidPrice),
  refundedPrice: tl(0),
  refundedPaid: tl(0),
  ...rest,
})

function paymentOf(transactions: readonly TransactionShare[], rest: Partial<RefundablePayment> = {}) {
  return {
    paymentId: 7,
    price: sumOf(transactions.map(({ price }) => price)),
    paidPrice: sumOf(transactions.map(({ paidPrice }) => paidPrice)),
    divisible: true,
    untouched: true,
    transactions,
    ...rest,
  }
}

const sumOf = (amounts: readonly Money[]) => sum(amounts, 'TRY')

const input = (amount: Money, mode: PartialRefunds = 'proportional'): RefundInput => {
  let keys = 0
  return { amount, items: [], mode, newKey: () => `r_${++keys}` }
}

function planned(plan: OperationPlan | Rejection): OperationPlan {
  if (isRejection(plan)) throw new Error(plan.error.description)
  return plan
}

function refused(plan: OperationPlan | Rejection): Rejection['error'] {
  if (isRejection(plan)) return plan.error
  throw new Error('It was planned')
}

/** The transaction after these steps were carried out. */
function after(before: TransactionShare, { steps }: OperationPlan): TransactionShare {
  const mine = steps.filter((step) => step.transactionId === before.id)
  const paid = sumOf(mine.map((step) => step.amount))
  const price = sumOf(mine.map((step) => step.price))
  return {
    ...before,
    refundable: subtract(before.refundable, paid),
    refundedPaid: tl(before.refundedPaid.minor + paid.minor),
    refundedPrice: tl(before.refundedPrice.minor + price.minor),
  }
}

const leftOf = (payment: RefundablePayment, mode: PartialRefunds) =>
  sumOf(payment.transactions.map((transaction) => priceLeft(transaction, mode)))

test('everything, when nobody refunded before, is one request for the whole payment', () => {
  const payment = paymentOf([share(1, 6000, 6600), share(2, 4000, 4400)])
  expect(planned(planRefund(input(tl(10000), 'price'), [payment])).steps).toEqual([
    { key: 'r_1', paymentId: 7, amount: tl(11000), price: tl(10000), state: 'planned' },
  ])
})

test('a part takes from the first transactions on, with the same share of the interest', () => {
  const payment = paymentOf([share(1, 6000, 6600), share(2, 4000, 4400)])
  expect(planned(planRefund(input(tl(7000)), [payment])).steps).toEqual([
    { key: 'r_1', paymentId: 7, transactionId: 1, amount: tl(6600), price: tl(6000), state: 'planned' },
    { key: 'r_2', paymentId: 7, transactionId: 2, amount: tl(1100), price: tl(1000), state: 'planned' },
  ])
})

test('named items give first, and the rest comes from the first transaction on', () => {
  const payment = paymentOf([share(1, 6000, 6000), share(2, 4000, 4000)])
  const items = [{ externalId: 'item-2', amount: tl(3000) }]
  const { steps } = planned(planRefund({ ...input(tl(3500)), items }, [payment]))
  expect(steps.map(({ transactionId, price }) => [transactionId, price.minor])).toEqual([
    [1, 500],
    [2, 3000],
  ])
})

test('a named item that is unknown, or asks more than it has, leaves the rest to the others', () => {
  const payment = paymentOf([share(1, 6000, 6000), share(2, 4000, 4000)])
  const items = [
    { externalId: 'nobody', amount: tl(100) },
    { externalId: 'item-2', amount: tl(9000) },
  ]
  const { steps } = planned(planRefund({ ...input(tl(5000)), items }, [payment]))
  expect(steps.map(({ price }) => price.minor)).toEqual([1000, 4000])
})

test('what named items ask beyond the amount is not taken', () => {
  const payment = paymentOf([share(1, 6000, 6000), share(2, 4000, 4000)])
  const items = [
    { externalId: 'item-2', amount: tl(4000) },
    { externalId: 'item-1', amount: tl(6000) },
  ]
  const { steps } = planned(planRefund({ ...input(tl(4500)), items }, [payment]))
  expect(steps.map(({ price }) => price.minor)).toEqual([500, 4000])
})

test('the rest after a partial refund goes by transaction, each with a key of its own', () => {
  const first = share(1, 6000, 6600, {
    refundable: tl(3300),
    refundedPrice: tl(3000),
    refundedPaid: tl(3300),
  })
  const payment = paymentOf([first, share(2, 4000, 4400)], { untouched: false })
  const { steps } = planned(planRefund(input(tl(7000)), [payment]))
  expect(steps.map(({ key, transactionId, amount }) => [key, transactionId, amount.minor])).toEqual([
    ['r_1', 1, 3300],
    ['r_2', 2, 4400],
  ])
})

test('price only gives no interest back, and never more than the card was charged', () => {
  const payment = paymentOf([share(1, 6000, 6600), share(2, 4000, 3600)])
  const { steps } = planned(planRefund(input(tl(8000), 'price'), [payment]))
  expect(steps.map(({ amount }) => amount.minor)).toEqual([6000, 1800])
})

test('beyond what is left is refused, and the refusal names what is left', () => {
  const payment = paymentOf([share(1, 6000, 6600)])
  expect(refused(planRefund(input(tl(6001)), [payment]))).toMatchObject({
    code: 'beyond-left',
    message: {
      tr: 'Bu ödemede iade edilebilecek tutar: 60,00 TL.',
      en: 'What is left to refund of this payment is TRY 60.00.',
    },
  })
})

test('what the panel refunded bounds the plan, and the refusal says so', () => {
  const payment = paymentOf([share(1, 6000, 6600, { refundable: tl(3300) })], { untouched: false })
  const { message } = refused(planRefund(input(tl(6000)), [payment]))
  expect(message?.en).toBe(
    'What is left to refund of this payment is TRY 30.00. A part of it was refunded in the Craftgate panel.',
  )
  const { steps } = planned(planRefund(input(tl(3000)), [payment]))
  expect(steps[0]).toMatchObject({ amount: tl(3300), price: tl(3000) })
})

test('what the panel left is reckoned on the sum, also after refunds of the price only: at once, and to the kuruş', () => {
  const bn = 1_000_000_000
  const earlier = { refundedPrice: tl(0.5 * bn), refundedPaid: tl(0.5 * bn) }
  const before = share(1, bn, 1.2 * bn, { ...earlier, refundable: tl(0.6 * bn) })
  expect(priceLeft(before, 'proportional')).toEqual(tl(416_666_667))
  const { steps } = planned(planRefund(input(tl(416_666_667)), [paymentOf([before], { untouched: false })]))
  expect(steps[0]).toMatchObject({ amount: tl(0.6 * bn) })
})

test('a payment that began as a pre-authorization is refunded whole or not at all', () => {
  const payment = paymentOf([share(1, 6000, 6000)], { divisible: false })
  expect(refused(planRefund(input(tl(5999)), [payment]))).toMatchObject({
    code: 'whole-only',
    message: { en: expect.stringContaining('TRY 60.00') },
  })
  expect(planned(planRefund(input(tl(6000)), [payment])).steps).toHaveLength(1)
})

test.each([
  ['another currency', money(100, 'USD'), 'currency'],
  ['zero', tl(0), 'amount'],
  ['a negative amount', tl(-1), 'amount'],
  ['a fraction of a kuruş', { minor: 1.5, currency: 'TRY' as const }, 'amount'],
])('%s is refused', (_, amount, code) => {
  const payment = paymentOf([share(1, 6000, 6000)])
  expect(refused(planRefund(input(amount), [payment])).code).toBe(code)
  const items = [{ externalId: 'item-1', amount }]
  expect(refused(planRefund({ ...input(tl(100)), items }, [payment])).code).toBe(code)
})

test('a price so small that the card was charged nothing for it needs no request', () => {
  const payment = paymentOf([share(1, 1000, 1)])
  expect(planned(planRefund(input(tl(100)), [payment])).steps).toEqual([
    { key: 'r_1', paymentId: 7, transactionId: 1, amount: tl(0), price: tl(100), state: 'done' },
  ])
})

describe('any payment and any row of refunds', () => {
  const transactions = fc
    .array(
      fc.record({ price: fc.integer({ min: 1, max: 300_000 }), percent: fc.integer({ min: 0, max: 250 }) }),
      {
        minLength: 1,
        maxLength: 7,
      },
    )
    .map((rows) =>
      rows.map(({ price, percent }, index) => share(index + 1, price, Math.floor((price * percent) / 100))),
    )
  const step = fc.record({
    thousandths: fc.integer({ min: 1, max: 1000 }),
    named: fc.array(
      fc.record({ id: fc.integer({ min: 1, max: 8 }), minor: fc.integer({ min: 1, max: 300_000 }) }),
      {
        maxLength: 3,
      },
    ),
    elsewhere: fc.option(
      fc.record({ at: fc.nat({ max: 6 }), thousandths: fc.integer({ min: 1, max: 1000 }) }),
    ),
  })
  const mode = fc.constantFrom<PartialRefunds>('proportional', 'price')
  type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & object

  const part = (minor: number, thousandths: number) => Math.ceil((minor * thousandths) / 1000)

  function refundStep(payment: RefundablePayment, { thousandths, named }: Step, by: PartialRefunds) {
    const left = leftOf(payment, by)
    if (left.minor === 0) return payment
    const amount = tl(part(left.minor, thousandths))
    const items = named.map(({ id, minor }) => ({ externalId: `item-${id}`, amount: tl(minor) }))
    const plan = planned(planRefund({ ...input(amount, by), items }, [{ ...payment, untouched: false }]))
    expect(sumOf(plan.steps.map((step) => step.price))).toEqual(amount)
    expect(new Set(plan.steps.map((step) => step.key)).size).toBe(plan.steps.length)
    expect(plan.steps.filter((step) => step.amount.minor < 0)).toEqual([])
    return { ...payment, transactions: payment.transactions.map((each) => after(each, plan)) }
  }

  const theRest: Step = { thousandths: 1000, named: [], elsewhere: null }

  test('give each transaction back exactly in the end, and never more on the way', () => {
    fc.assert(
      fc.property(transactions, fc.array(step, { maxLength: 6 }), mode, (rows, steps, by) => {
        let payment: RefundablePayment = paymentOf(rows)
        for (const each of [...steps, theRest]) {
          payment = refundStep(payment, each, by)
          for (const { refundable, refundedPrice, price } of payment.transactions) {
            expect(refundable.minor).toBeGreaterThanOrEqual(0)
            expect(refundedPrice.minor).toBeLessThanOrEqual(price.minor)
          }
        }
        for (const { paidPrice, price, refundedPaid, refundedPrice } of payment.transactions) {
          const whole = by === 'price' ? Math.min(paidPrice.minor, price.minor) : paidPrice.minor
          expect(refundedPaid.minor).toBe(whole)
          expect(refundedPrice).toEqual(price)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('follow the share of the price on the way, to half a unit', () => {
    fc.assert(
      fc.property(transactions, fc.array(step, { maxLength: 4 }), (rows, steps) => {
        const payment = steps.reduce<RefundablePayment>(
          (before, each) => refundStep(before, each, 'proportional'),
          paymentOf(rows),
        )
        for (const { paidPrice, price, refundedPaid, refundedPrice } of payment.transactions) {
          const twice = 2n * BigInt(paidPrice.minor) * BigInt(refundedPrice.minor)
          const off = twice - 2n * BigInt(refundedPaid.minor) * BigInt(price.minor)
          expect(off <= BigInt(price.minor) && off >= -BigInt(price.minor)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('respect what the panel refunds in between, and leave nothing that is worth a kuruş of the price', () => {
    const refundElsewhere = (payment: RefundablePayment, { elsewhere }: Step): RefundablePayment => {
      if (elsewhere === null) return payment
      const transactions = payment.transactions.map((each, index) =>
        index === elsewhere.at
          ? {
              ...each,
              refundable: tl(each.refundable.minor - part(each.refundable.minor, elsewhere.thousandths)),
            }
          : each,
      )
      return { ...payment, transactions }
    }
    fc.assert(
      fc.property(transactions, fc.array(step, { maxLength: 6 }), mode, (rows, steps, by) => {
        let payment: RefundablePayment = paymentOf(rows)
        for (const each of [...steps, theRest]) {
          payment = refundStep(refundElsewhere(payment, each), each, by)
          for (const { refundable, refundedPaid, paidPrice } of payment.transactions) {
            expect(refundable.minor).toBeGreaterThanOrEqual(0)
            expect(refundedPaid.minor + refundable.minor).toBeLessThanOrEqual(paidPrice.minor)
          }
        }
        expect(leftOf(payment, by).minor).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('an attempt that two payments paid', () => {
  const first = { ...paymentOf([share(11, 6000, 6600)]), paymentId: 1 }
  const second = {
    ...paymentOf([{ ...share(21, 4000, 4000), paymentId: 2 }]),
    paymentId: 2,
  }
  const both = [{ ...first, transactions: [{ ...share(11, 6000, 6600), paymentId: 1 }] }, second]

  test('is refunded whole by one request for each of them', () => {
    const { steps } = planned(planRefund(input(tl(10_000)), both))
    expect(
      steps.map(({ paymentId, transactionId, amount }) => [paymentId, transactionId, amount.minor]),
    ).toEqual([
      [1, undefined, 6600],
      [2, undefined, 4000],
    ])
  })

  test('gives a part from the first payment on, each step naming its own', () => {
    const { steps } = planned(planRefund(input(tl(7000)), both))
    expect(steps.map(({ paymentId, price, amount }) => [paymentId, price.minor, amount.minor])).toEqual([
      [1, 6000, 6600],
      [2, 1000, 1000],
    ])
  })

  test('holds what both hold, and not more', () => {
    expect(refused(planRefund(input(tl(10_001)), both)).message?.en).toContain('TRY 100.00')
  })
})

describe('of a sale with sellers', () => {
  const seller = { seller: { memberId: 1, amount: tl(1) } }
  const payment = paymentOf([
    share(1, 6000, 6000, seller),
    share(2, 3000, 3000, seller),
    share(3, 1000, 1000),
  ])

  test('what no item is named for comes from all in proportion, so that no seller bears it alone', () => {
    const { steps } = planned(planRefund(input(tl(1000)), [payment]))
    expect(steps.map(({ price }) => price.minor)).toEqual([600, 300, 100])
  })

  test('named items give first, and the rest is shared by what is left', () => {
    const items = [{ externalId: 'item-1', amount: tl(5000) }]
    const { steps } = planned(planRefund({ ...input(tl(5500)), items }, [payment]))
    expect(steps.map(({ price }) => price.minor)).toEqual([5100, 300, 100])
  })

  test('the shop pays for the sellers by its own word, and never asks that for goods of its own', () => {
    const asked = { ...input(tl(1000)), chargeFromMe: true }
    const { steps } = planned(planRefund(asked, [payment]))
    expect(steps.map((step) => step.chargeFromMe)).toEqual([true, true, undefined])
    const whole = planned(planRefund({ ...asked, amount: tl(10_000) }, [payment]))
    expect(whole.steps).toMatchObject([{ chargeFromMe: true }])
  })

  test('any row of refunds gives back all of it, to the kuruş, and never more of a transaction than is left', () => {
    const drawn = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(drawn, (amounts) => {
        let now: RefundablePayment = { ...payment, untouched: false }
        for (const wanted of [...amounts, 10_000]) {
          const left = leftOf(now, 'proportional')
          if (left.minor === 0) break
          const plan = planned(planRefund(input(tl(Math.min(wanted, left.minor))), [now]))
          expect(sumOf(plan.steps.map(({ price }) => price))).toEqual(plan.amount)
          now = { ...now, transactions: now.transactions.map((each) => after(each, plan)) }
        }
        expect(now.transactions.every(({ refundable }) => refundable.minor === 0)).toBe(true)
      }),
    )
  })
})
