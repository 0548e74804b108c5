import { holds, parseConditions } from './conditions'
import type { Fact, Variable } from './variables'

const facts: Partial<Record<Variable, Fact>> = {
  ...{ cardNumber: 'fingerprint', cardHolderName: 'Haluk Demir', cardBrand: 'World', binNumber: '52586400' },
  ...{ isForeignCard: false, isThreeDS: true, clientIp: '85.105.10.20', buyerId: undefined },
  ...{ paidPrice: 100, currency: 'TRY', paymentType: 'CARD_PAYMENT' },
  ...{
    buyerExternalId: 'c-7',
    buyerPhoneNumber: undefined,
    buyerEmail: undefined,
    customFraudVariable: 'new',
  },
}
const isOn = (list: string, value: string) => list === 'blockedIps' && value === '85.105.10.20'
const caught = (text: string) =>
  parseConditions(text).every((condition) => holds(condition, (variable) => facts[variable], isOn))

it.each([
  ['clientIp in @blockedIps', true],
  ['clientIp not in @blockedIps', false],
  ['clientIp in @nobody', false],
  ['buyerId in @blockedIps', false],
  ['buyerId not in @blockedIps', true],
  ['isThreeDS', true],
  ['customFraudVariable == "new" and buyerExternalId == "c-7"', true],
  ['buyerEmail == "ada@example.com"', false],
  ['isForeignCard', false],
  ['cardBrand == "World" and paidPrice >= 100', true],
  ['cardBrand == "World" and paidPrice > 100', false],
  ['currency != "TRY"', false],
  ['buyerId < 5', false],
  ['paidPrice <= 99.99', false],
])('%s: %s', (text, expected) => {
  expect(caught(text)).toBe(expected)
})

it.each([
  ['sameClientIpEver > 3', 'no variable'],
  ['clientIp', 'lacks an operator'],
  ['clientIp in "85.105.10.20"', 'needs a list'],
  ['clientIp == @blockedIps', 'another kind'],
  ['paidPrice == "100"', 'another kind'],
  ['currency > "TRY"', 'only be compared'],
  ['', 'no variable'],
])('"%s" is refused: %s', (text, reason) => {
  expect(() => parseConditions(text)).toThrow(reason)
})
