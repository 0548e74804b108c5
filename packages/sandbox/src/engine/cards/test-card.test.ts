import { allTestCards, binByDigits, cardByMask, cardByNumber } from './test-card'

it('knows every documented card by its number and by BIN and ending', () => {
  expect(allTestCards().size).toBeGreaterThan(400)
  for (const [number, card] of allTestCards()) {
    expect(cardByMask(number.slice(0, 8), number.slice(-4))).toBe(card)
    expect(binByDigits(number)).toBe(card.bin)
  }
})

it('knows nothing else', () => {
  expect(cardByNumber('4242424242424242')).toBeUndefined()
  expect(binByDigits('42424242')).toBeUndefined()
  expect(binByDigits('5258')).toBeUndefined()
})

it('tells foreign cards from domestic ones', () => {
  expect([
    cardByNumber('4111111111111111')?.bin.foreign,
    cardByNumber('5258640000000001')?.bin.foreign,
  ]).toEqual([true, false])
})
