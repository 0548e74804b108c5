import { testCards } from '@craftgate-commerce/sandbox'
import { binOf, readTypedCard } from './typed-card'

const NOW = new Date('2026-03-31T12:00:00Z')
const GOOD = { holder: 'Ayşe Yılmaz', number: '5209220000000002', expiry: '11/44', cvc: '123' }
const read = (over: Record<string, string> = {}) => readTypedCard({ ...GOOD, ...over }, NOW)

test('what is right is read as Craftgate takes it', () => {
  expect(read({ holder: '  Ayşe   Yılmaz ', number: '5209 2200-0000 0002' })).toEqual({
    cardHolderName: 'Ayşe Yılmaz',
    cardNumber: '5209220000000002',
    expireMonth: '11',
    expireYear: '2044',
    cvc: '123',
  })
})

test.each(Object.entries(testCards))('the test card %s is a card number', (_, { cardNumber, cvc }) => {
  const code = cardNumber.length === 15 ? cvc : '000'
  expect(read({ number: cardNumber, cvc: code })).toMatchObject({ cardNumber })
})

test.each([
  ['7/44', '07', '2044'],
  ['07 / 44', '07', '2044'],
  ['07/2044', '07', '2044'],
  ['0744', '07', '2044'],
  ['072044', '07', '2044'],
  ['03-26', '03', '2026'],
])('%s is an expiry', (expiry, expireMonth, expireYear) => {
  expect(read({ expiry })).toMatchObject({ expireMonth, expireYear })
})

test.each([
  ['expiry', ['', '13/44', '00/44', '744', '2044/07', '07/4', '07/204']],
  ['number', ['', '5209220000000003', '520922', '52092200000000020000', 'abcd efgh', '４111111111111111']],
  ['cvc', ['', '12', '1234', 'abc', '12a']],
  ['holder', ['', 'A', '5209220000000002', 'Ayşe 5209 2200', '123', 'Ay\u0000şe']],
] as const)('what is no %s is said beside it', (field, wrong) => {
  for (const typed of wrong) expect(read({ [field]: typed })).toEqual({ problems: { [field]: field } })
})

test('a card is good to the last day of its month', () => {
  expect(read({ expiry: '03/26' })).not.toHaveProperty('problems')
  expect(read({ expiry: '02/26' })).toEqual({ problems: { expiry: 'expired' } })
})

test('American Express has four digits', () => {
  const number = '375623000000006'
  expect(read({ number, cvc: '123' })).toEqual({ problems: { cvc: 'cvc-amex' } })
  expect(read({ number, cvc: '1234' })).toMatchObject({ cvc: '1234' })
})

test('all that is wrong is said at once', () => {
  expect(readTypedCard({}, NOW)).toEqual({
    problems: { holder: 'holder', number: 'number', expiry: 'expiry', cvc: 'cvc' },
  })
})

test('the first eight digits', () => {
  expect(binOf('5209 2200 0')).toBe('52092200')
  for (const typed of [undefined, '', '5209220', 'abc']) expect(binOf(typed)).toBeUndefined()
})
