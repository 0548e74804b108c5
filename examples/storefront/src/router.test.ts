import { readRoute } from './router'

test.each([
  ['/', '', { page: 'home' }],
  ['/koleksiyon/kahve', '', { page: 'collection', slug: 'kahve' }],
  ['/urun/kapadokya-vazo', '', { page: 'product', slug: 'kapadokya-vazo' }],
  ['/sepet', '', { page: 'cart' }],
  ['/odeme', '', { page: 'checkout' }],
  ['/odeme/ref-1', '?outcome=captured', { page: 'payment', reference: 'ref-1' }],
  ['/siparis/ABC', '?yeni', { page: 'order', code: 'ABC', fresh: true }],
  ['/siparis/ABC', '', { page: 'order', code: 'ABC', fresh: false }],
  ['/hesap', '', { page: 'account' }],
  ['/urun/a/b', '', { page: 'missing' }],
  ['/baska', '', { page: 'missing' }],
])('%s%s', (pathname, search, route) => {
  expect(readRoute(pathname, search)).toEqual(route)
})
