import {
  fillReturnTemplate,
  isReturnTemplate,
  originOfTemplate,
  returnOutcome,
} from './merchant-return-options'

test('a template is filled with encoded values; what is not known stays empty', () => {
  const template = 'https://shop.example.com/order/{order}?ref={reference}&o={outcome}'
  const values = { order: 'A/B', reference: undefined, outcome: 'captured' }
  expect(fillReturnTemplate(template, values)).toBe('https://shop.example.com/order/A%2FB?ref=&o=captured')
})

test('a template needs a fixed http(s) origin and known placeholders', () => {
  const names = ['order']
  expect(isReturnTemplate('https://shop.example.com/{order}', names)).toBe(true)
  expect(isReturnTemplate('https://shop.example.com/{cart}', names)).toBe(false)
  expect(isReturnTemplate('https://{order}.example.com/', names)).toBe(false)
  expect(isReturnTemplate('javascript:alert({order})', names)).toBe(false)
  expect(isReturnTemplate('/order/{order}', names)).toBe(false)
})

test('the origin of a template is that of its URL', () => {
  expect(originOfTemplate('https://shop.example.com:8443/a/{b}')).toBe('https://shop.example.com:8443')
  expect(originOfTemplate(() => 'https://shop.example.com')).toBeUndefined()
})

test('money that no order took is told as such, whatever Craftgate says of the payment', () => {
  const declined = { kind: 'expired' } as const
  expect(returnOutcome({ state: 'refunded' }, declined)).toBe('refunded')
  expect(returnOutcome({ state: 'open' }, declined)).toBe('expired')
})
