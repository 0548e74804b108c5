import { listPath, readPaymentQuery } from './payment-query'

const read = (query: string) => {
  const params = new URLSearchParams(query)
  return readPaymentQuery((name) => params.get(name) ?? undefined)
}

test('a gid is looked for by its id, and a number may be one of Craftgate', () => {
  expect(read('q=gid://shopify/PaymentSession/u0nw').search).toBe('u0nw')
  expect(read('q=gid://shopify/RefundSession/r1').search).toBe('r1')
  expect(read('q= 4711 ')).toMatchObject({ search: '4711', paymentId: 4711 })
  expect(read('q=47x').paymentId).toBeUndefined()
})

test('what is unknown is as if absent', () => {
  expect(read('q=&state=nonsense&mode=both&after=')).toEqual({})
})

test('a page begins after an id, never after what can be none', () => {
  expect(read('after=u0nw').after).toBe('u0nw')
  expect(read('after=%00').after).toBeUndefined()
})

test('a page of the list is an address that says all of it', () => {
  const query = read('q=a%26b&state=paid&mode=test&after=id1')
  expect(listPath(query)).toBe('/payments?q=a%26b&state=paid&mode=test&after=id1')
  expect(listPath({})).toBe('/payments')
})
