import { asError } from './as-error'

test('an error stays what it is', () => {
  const error = new TypeError('odd')
  expect(asError(error)).toBe(error)
})

test('what a workflow wrote down of an error is readable again', () => {
  const thrown = { type: 'not_allowed', message: 'Some variant does not have the required inventory' }
  expect(asError(thrown)).toMatchObject({ message: thrown.message, cause: thrown })
})

test.each(['a word', undefined, 42])('anything else is put in words: %p', (thrown) => {
  expect(asError(thrown).message).toBe(String(thrown))
})
