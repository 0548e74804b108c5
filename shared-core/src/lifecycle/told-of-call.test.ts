import { sentenceIn } from '../localized'
import { money } from '../money'
import type { MoneyIntent } from '../platform'
import { reasonOf, refundIdsOf } from './told-of-call'

const amount = money(500, 'TRY')
const leg = (key: string, refundId?: number) =>
  ({ key, amount, price: amount, state: 'done', refundId }) as const
const intent: MoneyIntent = {
  key: 'refund-5-1',
  kind: 'refund',
  state: 'unknown',
  merchant: 'tr',
  paymentId: 5,
  amount,
  legs: [leg('a', 81), leg('b', 82), leg('c', 81), leg('d')],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
}

test('a call names the refunds that Craftgate made for it, each once', () => {
  expect(refundIdsOf(intent)).toBe('81,82')
  expect(refundIdsOf(undefined)).toBe('')
})

test('a call that is not done says why, in the language of the merchant', () => {
  const reason = reasonOf({ state: 'unknown', intent })
  expect(sentenceIn('tr-TR', reason)).toMatch(/Craftgate yanıt vermedi/)
  expect(sentenceIn('de', reason)).toMatch(/Craftgate gave no answer/)
  expect(reasonOf({ state: 'waiting', intent })?.en).toMatch(/bank has not finished/)
  expect(reasonOf({ state: 'done', intent })).toBeUndefined()
})

test('a refused call says what core says', () => {
  const message = { tr: 'Hayır', en: 'No' }
  expect(reasonOf({ state: 'failed', error: { code: 'no' }, message })).toBe(message)
})
