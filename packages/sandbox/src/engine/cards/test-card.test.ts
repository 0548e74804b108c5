import { allTestCards, binByDigits, cardByMask, cardByNumber } from './test-card'

it('knows every documented card by its number and by BIN and ending', () => {
  expect(allTestCards().size).toBeGreaterThan(400)
  for (const [number, card] of allTestCards()) {
    expect(cardByMask(number.slice(0, 8), number.slice(-4))).toBe(card)
    expect(binByDigits(number)).toBe(card.bin)
  }
})

it('knows no other number', () => {
  expect(cardByNumber('4242424242424242')).toBeUndefined()
})

it.each([
  ['42424242', 'VISA', 'CREDIT_CARD'],
  ['22210000', 'MASTER_CARD', 'CREDIT_CARD'],
  ['340000', 'AMEX', 'CREDIT_CARD'],
  ['97929999', 'TROY', 'CREDIT_CARD'],
  ['67590000', 'MAESTRO', 'DEBIT_CARD'],
])('takes any other BIN (%s) for one of a bank abroad', (bin, association, type) => {
  expect(binByDigits(bin)).toMatchObject({ bin, association, type, foreign: true, commercial: false })
})

it('knows no BIN of fewer than six digits, or of no card association', () => {
  expect([binByDigits('5258'), binByDigits('00000000'), binByDigits('80000000')]).toEqual(
    Array(3).fill(undefined),
  )
})

it('tells foreign cards from domestic ones', () => {
  expect([
    cardByNumber('4111111111111111')?.bin.foreign,
    cardByNumber('5258640000000001')?.bin.foreign,
  ]).toEqual([true, false])
})
