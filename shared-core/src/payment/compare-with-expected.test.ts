import type { CheckoutState } from '../platform'
import { factsOfAttempt, interestOf, type PaymentFacts } from './outcome'
import { compareWithExpected, judgeOutcome } from './outcome-of-payment'

const TRY = (minor: number) => ({ minor, currency: 'TRY' as const })
const record = { id: 'a1', expected: TRY(10000), state: 'open' as CheckoutState }
const facts: PaymentFacts = {
  paymentId: 7,
  conversationId: 'a1',
  externalId: 'a1',
  price: TRY(10000),
  paidPrice: TRY(10000),
  installment: 1,
  phase: 'AUTH',
  threeDS: false,
  transactions: [],
}

test('the payment that was started differs in nothing', () => {
  expect(compareWithExpected(record, facts)).toEqual([])
})

test.each([
  ['price', { price: TRY(9999) }, '100.00', '99.99'],
  ['price', { price: TRY(10001) }, '100.00', '100.01'],
  ['currency', { price: { minor: 10000, currency: 'USD' as const } }, 'TRY', 'USD'],
  ['externalId', { externalId: 'a2' }, 'a1', 'a2'],
  ['conversationId', { conversationId: 'a2' }, 'a1', 'a2'],
])('another %s is a difference', (field, other, expected, actual) => {
  expect(compareWithExpected(record, { ...facts, ...other })).toEqual([{ field, expected, actual }])
})

test.each([{ externalId: undefined }, { conversationId: undefined }])(
  'what Craftgate leaves out is no difference: %p',
  (left) => {
    expect(compareWithExpected(record, { ...facts, ...left })).toEqual([])
  },
)

test.each([
  ['less', { paidPrice: TRY(8600) }, 1],
  ['more, without instalments', { paidPrice: TRY(11000) }, 1],
  ['less, in instalments', { paidPrice: TRY(9900), installment: 3 }, 1],
  ['all of it', { paidPrice: TRY(10000) }, 0],
  ['all of it with interest', { paidPrice: TRY(11000), installment: 3 }, 0],
])('an authorization of which somebody captured %s before the order took it', (_, over, differences) => {
  const captured = { ...facts, phase: 'POST_AUTH' as const, ...over }
  expect(compareWithExpected({ ...record, state: 'open' }, captured)).toHaveLength(differences)
  expect(compareWithExpected({ ...record, state: 'authorized' }, captured)).toEqual([])
})

test('instalment interest is not a mismatch and is the shopper’s', () => {
  const paid = { ...facts, paidPrice: TRY(10635) }
  expect(compareWithExpected(record, paid)).toEqual([])
  expect(interestOf(paid)).toEqual({ kind: 'shopper-interest', amount: TRY(635) })
})

test('a campaign below the price is not a mismatch and is the merchant’s', () => {
  const paid = { ...facts, paidPrice: TRY(9500) }
  expect(compareWithExpected(record, paid)).toEqual([])
  expect(interestOf(paid)).toEqual({ kind: 'merchant-campaign', amount: TRY(500) })
})

test('without a difference there is no interest', () => {
  expect(interestOf(facts)).toEqual({ kind: 'none', amount: TRY(0) })
})

test.each([
  ['captured', true],
  ['authorized', true],
  ['review', true],
  ['pending', false],
] as const)('a mismatch of a payment that is %s holds money: %s', (kind, moneyHeld) => {
  const outcome = judgeOutcome(record, { kind, facts: { ...facts, price: TRY(1) } })
  expect(outcome).toMatchObject({ kind: 'mismatch', moneyHeld })
})

test('a declined payment of another attempt is a mismatch without money', () => {
  const outcome = { kind: 'declined', error: { code: '1' }, facts: { ...facts, externalId: 'b' } } as const
  expect(judgeOutcome(record, outcome)).toMatchObject({ kind: 'mismatch', moneyHeld: false })
})

test('capturing less than was authorized is no mismatch once the authorization was accepted', () => {
  const less = { ...facts, phase: 'POST_AUTH' as const, price: TRY(8000), paidPrice: TRY(8000) }
  expect(compareWithExpected({ ...record, state: 'authorized' }, less)).toEqual([])
  expect(compareWithExpected({ ...record, state: 'open' }, less)).toHaveLength(1)
})

test('what carries no payment cannot differ', () => {
  expect(judgeOutcome(record, { kind: 'expired' })).toEqual({ kind: 'expired' })
  expect(judgeOutcome(record, { kind: 'pending' })).toEqual({ kind: 'pending' })
})

test('an attempt that two payments paid is compared by their sum', () => {
  const [first, second] = [
    { ...facts, price: TRY(6000), paidPrice: TRY(6300) },
    { ...facts, paymentId: 8, price: TRY(4000), paidPrice: TRY(4000) },
  ]
  const both = factsOfAttempt([first, second])
  expect(both).toMatchObject({ paymentId: 7, morePaymentIds: [8], price: TRY(10000), paidPrice: TRY(10300) })
  expect(both && compareWithExpected(record, both)).toEqual([])
  expect(compareWithExpected(record, first)).toHaveLength(1)
  const inDollars = { ...second, price: { minor: 4000, currency: 'USD' as const } }
  expect(factsOfAttempt([first, inDollars])).toBeUndefined()
})

describe('a card that was charged by API', () => {
  const charge = JSON.stringify({ paidPrice: 10_300, installment: 3, points: 500 })
  const charged = { ...record, context: { charge } }
  const asked = { ...facts, paidPrice: TRY(10_300), installment: 3, pointsUsed: TRY(500) }

  test('differs in nothing when it was charged as asked', () => {
    expect(compareWithExpected(charged, asked)).toEqual([])
  })

  test.each([
    ['paidPrice', { paidPrice: TRY(10_400) }, '103.00', '104.00'],
    ['installment', { installment: 6 }, '3', '6'],
    ['points', { pointsUsed: TRY(400) }, '5.00', '4.00'],
  ])('another %s is a difference', (field, other, expected, actual) => {
    expect(compareWithExpected(charged, { ...asked, ...other })).toEqual([{ field, expected, actual }])
  })

  test('points that nobody asked for are a difference, and points that nobody tells of are none', () => {
    const without = { ...record, context: { charge: JSON.stringify({ paidPrice: 10_300, installment: 3 }) } }
    expect(compareWithExpected(without, asked)).toHaveLength(1)
    expect(compareWithExpected(charged, { ...asked, pointsUsed: undefined })).toEqual([])
  })

  test('a part that somebody captured of an authorization is compared by the price alone', () => {
    const captured = { ...asked, phase: 'POST_AUTH' as const, paidPrice: TRY(8_000) }
    expect(compareWithExpected({ ...charged, state: 'authorized' }, captured)).toEqual([])
  })
})
