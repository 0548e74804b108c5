import type { StorefrontPaymentState } from '@craftgate-commerce/core/storefront'
import { nextQuestion } from './pace'

const pausesOf = (state: StorefrontPaymentState | undefined): readonly number[] => {
  const pauses: number[] = []
  for (let pause = nextQuestion(state, 0); pause !== undefined; pause = nextQuestion(state, pauses.length))
    pauses.push(pause / 1000)
  return pauses
}

test('a bank that works on it is asked fewer and fewer times, for about a quarter of an hour', () => {
  const pauses = pausesOf('bank-decides')
  expect(pauses.slice(0, 10)).toEqual([1, 1, 2, 3, 5, 8, 13, 21, 34, 60])
  expect(pauses).toHaveLength(20)
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(748)
})

test('a shop that does not answer is asked in the same way', () => {
  expect(pausesOf(undefined)).toEqual(pausesOf('waiting'))
})

test('who left the payment page may be paying in another tab, which is looked for slowly', () => {
  expect(pausesOf('open').slice(0, 6)).toEqual([5, 5, 5, 5, 5, 8])
})

test.each<StorefrontPaymentState>([
  'paid',
  'authorized',
  'in-review',
  'expired',
  'paid-otherwise',
  'refunded',
  'needs-review',
])('what is %s has its end', (state) => {
  expect(nextQuestion(state, 0)).toBeUndefined()
})
