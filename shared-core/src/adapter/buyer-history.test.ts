import { buyerHistory, type PostalAddress } from './buyer-history'

const home: PostalAddress = {
  lines: ['Bağdat Cad. 12', null],
  city: 'İstanbul',
  postalCode: '34710',
  country: 'TR',
}
const typedAgain: PostalAddress = {
  lines: [' bağdat  cad. 12 ', ''],
  city: 'istanbul',
  postalCode: '34710 ',
  country: 'tr',
}
const work: PostalAddress = { ...home, lines: ['Bağdat Cad. 12', 'Kat 3'] }
const nowhere: PostalAddress = { lines: [null, ''], city: ' ', country: null }

test.each<[string, (PostalAddress | undefined)[], PostalAddress | undefined, object]>([
  ['no order before', [], home, { isFirstOrder: true, isNewAddress: true }],
  ['the same address', [work, home], home, { isFirstOrder: false, isNewAddress: false }],
  ['the same, typed otherwise', [home], typedAgain, { isFirstOrder: false, isNewAddress: false }],
  ['another address', [home], work, { isFirstOrder: false, isNewAddress: true }],
  ['only orders that went nowhere', [undefined], home, { isFirstOrder: false, isNewAddress: true }],
  ['an order that goes nowhere', [home], undefined, { isFirstOrder: false, isNewAddress: undefined }],
  ['an address without a word', [undefined], nowhere, { isFirstOrder: false, isNewAddress: undefined }],
])("a buyer's history: %s", (_, earlier, address, expected) => {
  expect(buyerHistory(earlier, address)).toEqual(expected)
})
