import { money } from '../money'
import { amountOnGrid, isBin } from './installments'

test.each([
  [124_990, 125_000],
  [12_990, 13_000],
  [99_949, 99_900],
  [99_960, 100_000],
  [999, 999],
  [1, 1],
  [12_345_678_901, 12_300_000_000],
])('%d minor units are asked as %d', (amount, asked) => {
  expect(amountOnGrid(money(amount, 'TRY'))).toEqual(money(asked, 'TRY'))
})

test.each([0, -1, 100_000_000_001, 999_999_999_999_999])(
  '%d minor units are nothing that a card pays',
  (minor) => {
    expect(amountOnGrid(money(minor, 'TRY'))).toBeUndefined()
  },
)

test('whoever asks for every amount of a range asks few questions', () => {
  const asked = new Set<number>()
  for (let minor = 100_000; minor < 1_000_000; minor += 7)
    asked.add(amountOnGrid(money(minor, 'TRY'))?.minor ?? 0)
  expect(asked.size).toBeLessThanOrEqual(901)
})

test.each([
  ['520922', true],
  ['52092200', true],
  ['52092', false],
  ['520922000', false],
  ['52092x', false],
  ['', false],
])('%j as the first digits of a card: %s', (text, is) => {
  expect(isBin(text)).toBe(is)
})
