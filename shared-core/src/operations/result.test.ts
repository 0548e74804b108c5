import { notWholeAmount } from '../messages/amount-errors'
import { sentenceIn } from '../messages/localized'
import { CURRENCIES, money } from '../money'
import type { PaymentOperation } from '../platform'
import { checkAmount, pendingReason, refundIdsOf } from './result'

const amount = money(500, 'TRY')
const step = (key: string, refundId?: number) =>
  ({ key, paymentId: 5, amount, price: amount, state: 'done', refundId }) as const
const operation: PaymentOperation = {
  key: 'refund-5-1',
  kind: 'refund',
  state: 'unknown',
  account: 'tr:sandbox',
  paymentId: 5,
  amount,
  steps: [step('a', 81), step('b', 82), step('c', 81), step('d')],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
}

test('a call names the refunds that Craftgate made for it, each once', () => {
  expect(refundIdsOf(operation)).toBe('81,82')
  expect(refundIdsOf(undefined)).toBe('')
})

test('a call that is not done says why, in the language of the merchant', () => {
  const reason = pendingReason({ state: 'unknown', operation })
  expect(sentenceIn('tr-TR', reason)).toMatch(/Craftgate cevap vermedi/)
  expect(sentenceIn('de', reason)).toMatch(/Craftgate gave no answer/)
  expect(pendingReason({ state: 'waiting', operation })?.en).toMatch(/bank has not finished/)
  expect(pendingReason({ state: 'done', operation })).toBeUndefined()
})

test('a refused call says what core says', () => {
  const message = { tr: 'Hayır', en: 'No' }
  expect(pendingReason({ state: 'failed', error: { code: 'no' }, message })).toBe(message)
})

test.each([
  [
    'TRY',
    '100.005',
    '100,005 TL tam kuruş değil; en çok 2 ondalık basamakla yazın.',
    /no whole number of kuruş/,
  ],
  [
    'JPY',
    '0.5',
    '0,5 JPY tam yen değil; ondalıksız yazın.',
    /no whole number of yen; name it without decimals/,
  ],
  [
    'KWD',
    undefined,
    'Tutar tam fils değil; en çok 3 ondalık basamakla yazın.',
    /^The amount is no whole number/,
  ],
] as const)('a part of the smallest unit is named in the words of its currency: %s', (code, text, tr, en) => {
  const said = notWholeAmount(code, text)
  expect(said.tr).toBe(tr)
  expect(said.en).toMatch(en)
})

test('an operation of a part of the smallest unit, or of nothing, is refused in every currency', () => {
  for (const currency of CURRENCIES) {
    expect(checkAmount({ minor: 0.5, currency }, currency)?.error.message).toEqual(notWholeAmount(currency))
    expect(checkAmount({ minor: 0, currency }, currency)?.error.description).toMatch(/above zero/)
    expect(checkAmount({ minor: 1, currency }, currency)).toBeUndefined()
  }
})
