import { toMinor, toText } from './decimal'

it.each([
  [124_990, 2, '1249.90'],
  [5, 2, '0.05'],
  [1_250, 0, '1250'],
  [1_250, 3, '1.250'],
  [-5, 2, '-0.05'],
])('writes %i with %i decimals as %s, and reads it back', (minor, exponent, text) => {
  expect(toText(minor, exponent)).toBe(text)
  expect(toMinor(text, exponent)).toBe(minor)
})

it('reads no amount that is not exact', () => {
  for (const wrong of ['', '1.234', '1.5.0', 'abc', '1e3', '1,5', '99999999999999999999']) {
    expect(toMinor(wrong, 2)).toBeUndefined()
  }
  expect(toMinor('1.2300', 2)).toBe(123)
})
