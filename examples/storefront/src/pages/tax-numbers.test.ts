import { isIdentityNumber, isTaxNumber } from './tax-numbers'

test.each([
  ['10000000146', true],
  ['11111111110', true],
  ['10000000147', false],
  ['10000000156', false],
  ['01000000146', false],
  ['1000000014', false],
  ['1000000014x', false],
  ['', false],
])('%s as the number of a person: %s', (text, is) => {
  expect(isIdentityNumber(text)).toBe(is)
})

test.each([
  ['1234567890', true],
  ['4540536920', true],
  ['9000068418', true],
  ['1234567891', false],
  ['1234576890', false],
  ['123456789', false],
  ['12345678901', false],
  ['', false],
])('%s as the number of a company: %s', (text, is) => {
  expect(isTaxNumber(text)).toBe(is)
})
