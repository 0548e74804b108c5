import { waysToPay } from '../methods'
import type { CheckoutEntry } from './methods'
import { methodsOf } from './methods'

const told = (
  entries: readonly CheckoutEntry[],
  shop: Parameters<typeof waysToPay>[0] = {},
  language = 'tr',
) => methodsOf({ commerce: { waysToPay: (entry) => waysToPay(shop, entry) }, entries, language }).methods

const LIRA = { currency: 'TRY', phase: 'AUTH' } as const

test('a shop that names no way to pay offers the payment page, for cards first', () => {
  expect(told([{ ...LIRA, id: 'craftgate' }])).toEqual([
    {
      id: 'craftgate',
      entry: 'craftgate',
      method: undefined,
      group: 'card',
      name: 'Banka veya kredi kartı',
      explanation: expect.stringContaining('taksit'),
      isHeld: false,
      isPaidLater: false,
    },
  ])
})

test('the shop’s own words are about an entry with one choice; where there are several each has its own', () => {
  const own = { ...LIRA, id: 'craftgate', name: 'Kartla', description: 'Hızlıca' }
  expect(told([own])).toMatchObject([{ name: 'Kartla', explanation: 'Hızlıca' }])
  expect(told([own], { enabledPaymentMethods: ['CARD', 'PAPARA'] }, 'en')).toMatchObject([
    { id: 'craftgate/CARD', method: 'CARD', group: 'card', name: 'Debit or credit card' },
    { id: 'craftgate/PAPARA', method: 'PAPARA', group: 'wallet', name: 'Papara' },
  ])
})

test('an entry’s ways to pay come before the shop’s, and those that cannot take the sale are left out', () => {
  const shop = { enabledPaymentMethods: ['CARD', 'PAPARA', 'BKM_EXPRESS'] }
  const names = (entry: Partial<CheckoutEntry>) =>
    told([{ ...LIRA, ...entry }], shop).map(({ method }) => method)
  expect(names({})).toEqual(['CARD', 'PAPARA', 'BKM_EXPRESS'])
  expect(names({ currency: 'EUR' })).toEqual(['CARD', 'PAPARA'])
  expect(names({ phase: 'PRE_AUTH' })).toEqual(['CARD'])
  expect(names({ method: 'MASTERPASS' })).toEqual(['MASTERPASS'])
})

test('a pre-authorization says that the money is only held', () => {
  expect(told([{ ...LIRA, id: 'hold', phase: 'PRE_AUTH' }])).toMatchObject([
    {
      name: 'Banka veya kredi kartı (ön provizyon)',
      explanation: expect.stringContaining('bloke'),
      isHeld: true,
    },
  ])
})

test('an entry that is paid past Craftgate has no pay link', () => {
  expect(told([{ ...LIRA, id: 'havale', offline: 'FUND_TRANSFER' }])).toMatchObject([
    { id: 'havale', method: undefined, group: 'transfer', name: 'Havale / EFT', isPaidLater: true },
  ])
})

test('a shop with one entry need not name it', () => {
  expect(told([LIRA])).toMatchObject([{ id: 'page', entry: undefined }])
})
