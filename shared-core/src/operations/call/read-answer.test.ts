import { z } from 'zod'
import { CraftgateError } from '../../errors'
import { readAmount, readAnswer } from './read-answer'

test.each([
  [36.66666667, 'TRY', 3666],
  ['36.66999999', 'TRY', 3666],
  ['100.00000000', 'TRY', 10_000],
  [1e-8, 'TRY', 0],
  [1500, 'JPY', 1500],
  [1500.4, 'JPY', 1500],
  ['12.3456', 'KWD', 12_345],
])('%s %s holds no more than its whole minor units', (value, currency, minor) => {
  expect(readAmount(value, currency)).toEqual({ minor, currency })
})

test.each([
  ['twelve', 'TRY'],
  [12, 'XXX'],
])('%s %s cannot be read, which tells nothing about what happened', (value, currency) => {
  expect(() => readAmount(value, currency)).toThrow(expect.objectContaining({ retry: 'ask-first' }))
})

test('an answer that cannot be read names its fields and no value', () => {
  const read = () => readAnswer(z.object({ id: z.number() }), { id: '4111111111111111' })
  expect(read).toThrow(CraftgateError)
  expect(read).toThrow("Craftgate's answer cannot be read: id")
})
