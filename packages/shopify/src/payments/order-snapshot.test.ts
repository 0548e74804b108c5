import { paymentRow } from '../../test/rows'
import { localeOf, snapshotOf } from './order-snapshot'

test.each([
  [null, 'tr', 'tr'],
  [null, 'tr-TR', 'tr'],
  [null, 'en-US', 'en'],
  [null, 'de', 'en'],
  ['en', 'tr', 'en'],
  ['TR-tr', 'en', 'tr'],
])('a shopper of language %s in a shop of language %s reads %s', (buyerLocale, merchantLocale, language) => {
  const session = paymentRow({ buyerLocale, merchantLocale })
  expect(localeOf(session)).toBe(language)
  expect(snapshotOf(session, {}).locale).toBe(language)
})
