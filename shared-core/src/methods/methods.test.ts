import {
  directStart,
  isStartable,
  methodOf,
  methodsForPage,
  PAGE_METHODS,
  PAYMENT_METHODS,
  paymentMethod,
  withoutPreAuthorization,
} from '.'

const rows = Object.entries(PAYMENT_METHODS)
const names = Object.keys(PAYMENT_METHODS)

test('every name has a word in both languages, and only what is not on the page starts elsewhere', () => {
  for (const [name, { label, starts }] of rows) {
    expect(label).toEqual({ tr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
    expect([name, starts === 'not-on-page']).toEqual([name, !(PAGE_METHODS as string[]).includes(name)])
  }
})

test('only a POS of a bank takes pre-authorizations', () => {
  const names = rows.filter(([, { later }]) => later.capture !== 'no').map(([name]) => name)
  expect(names).toEqual(['CARD', 'MASTERPASS', 'APPLEPAY', 'GOOGLEPAY', 'JUZDAN', 'STORED_CARD'])
  expect(withoutPreAuthorization(['CARD', 'PAPARA', 'NEW_ONE'])).toEqual(['PAPARA'])
})

test('of what is started by API only Juzdan, Masterpass and cards surely take a pre-authorization, and each is asked for once', () => {
  const direct = names.map((name) => directStart(name)).filter((start) => start !== undefined)
  expect(direct).toHaveLength(31 + 1 + 10 + 3 + 2 + 4)
  const sure = ['juzdan', 'stored-card', 'card', 'masterpass']
  for (const { name, family, asks } of direct) {
    const isOfDevice = family === 'google-pay' || family === 'apple-pay'
    const capture = sure.includes(family) ? 'yes' : isOfDevice ? 'undocumented' : 'no'
    expect([name, PAYMENT_METHODS[name].later.capture]).toEqual([name, capture])
    expect(new Set(asks.map(({ parameter }) => parameter)).size).toBe(asks.length)
  }
  expect(directStart('METROPOL')).toBeUndefined()
  expect(directStart('constructor')).toBeUndefined()
})

test('what can be opened alone is on the page or is started by API', () => {
  expect(isStartable('TOMPAY')).toBe(true)
  expect(isStartable('CARD')).toBe(true)
  expect(names.filter((name) => !isStartable(name))).toEqual([
    ...['CG_WALLET', 'FUND_TRANSFER', 'CASH_ON_DELIVERY'],
  ])
})

test('what never passed Craftgate cannot be given back through it', () => {
  const nothing = { capture: 'no', void: 'no', partialRefund: 'no' }
  const names = rows.filter(([, { later }]) => later.void === 'no' && later.partialRefund === 'no')
  expect(names.map(([name, { later }]) => [name, later])).toEqual([
    ['FUND_TRANSFER', nothing],
    ['CASH_ON_DELIVERY', nothing],
  ])
})

test.each([
  [{ paymentType: 'CARD_PAYMENT', paymentProvider: 'BANK', paymentSource: 'CHECKOUT_FORM' }, 'CARD'],
  [{ paymentType: 'CARD_AND_WALLET_PAYMENT', paymentProvider: 'BANK' }, 'CARD'],
  [{ paymentType: 'WALLET_PAYMENT', paymentProvider: 'CG_WALLET' }, 'CG_WALLET'],
  [{ paymentType: 'CARD_PAYMENT', paymentProvider: 'MASTERPASS' }, 'MASTERPASS'],
  [{ paymentType: 'CARD_PAYMENT', paymentProvider: 'BANK', paymentSource: 'JUZDAN' }, 'JUZDAN'],
  [{ paymentType: 'APM', paymentProvider: 'PAPARA' }, 'PAPARA'],
  [{ paymentType: 'APM', paymentProvider: 'EDENRED', apmType: 'EDENRED_GIFT' }, 'EDENRED_GIFT'],
  [{ paymentType: 'APM', paymentProvider: 'VODAFONE' }, 'VODAFONE_DCB'],
  [{ paymentType: 'APM', paymentProvider: 'OFFLINE', apmType: 'CASH_ON_DELIVERY' }, 'CASH_ON_DELIVERY'],
  [{ paymentType: 'BANK_TRANSFER' }, 'FUND_TRANSFER'],
  [{ paymentType: 'APM', paymentProvider: 'TELEPATHY' }, undefined],
  [{}, undefined],
])('%j was paid by %s', (words, name) => {
  expect(methodOf(words)).toBe(name)
})

test('a word of JavaScript is no way to pay', () => {
  expect(paymentMethod('constructor')).toBeUndefined()
  expect(
    methodOf({ apmType: 'toString', paymentType: 'constructor', paymentProvider: 'valueOf' }),
  ).toBeUndefined()
})

test('a page offers those of the named methods that can take the sale', () => {
  const names = ['CARD', 'PAPARA', 'BKM_EXPRESS', 'ZIP', 'NEW_ONE']
  expect(methodsForPage(names, { currency: 'TRY', phase: 'AUTH' })).toEqual(names)
  expect(methodsForPage(names, { currency: 'EUR', phase: 'AUTH' })).toEqual(['CARD', 'PAPARA', 'NEW_ONE'])
  expect(methodsForPage(names, { currency: 'TRY', phase: 'PRE_AUTH' })).toEqual(['CARD', 'NEW_ONE'])
  expect(methodsForPage(['PAPARA'], { currency: 'TRY', phase: 'PRE_AUTH' })).toEqual([])
})
