import { paymentRequest, TRANSACTION_REQUESTS } from './session-requests'

const PAYMENT = {
  id: 'u0nwmSrNntjIWozmNslK5Tlq',
  gid: 'gid://shopify/PaymentSession/u0nwmSrNntjIWozmNslK5Tlq',
  group: 'rZNvy+1jH6Z+BcPqA5U5BSIcnUavBha3C63xBalm+xE=',
  session_id: '4B2dxmle3vGgimS4deUX3+2PgLF2+/0ZWnNsNSZcgdU=',
  amount: '123.00',
  currency: 'TRY',
  test: false,
  merchant_locale: 'tr',
  payment_method: { type: 'offsite', data: { cancel_url: 'https://shop.example/checkouts/cn/1' } },
  proposed_at: '2026-11-24T00:00:00Z',
  kind: 'sale',
  customer: { email: 'ayse@example.com', phone_number: '5555555555', locale: 'tr-TR' },
}

const { payment_method: _method, customer: _customer, ...bare } = PAYMENT
const shape = paymentRequest({ allowHttp: false })

const messageOf = (body: unknown, of = shape) => {
  const [issue] = of.safeParse(body).error?.issues ?? []
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

test("Shopify's own example is read, its money in kuruş", () => {
  expect(shape.parse(PAYMENT)).toMatchObject({
    id: PAYMENT.id,
    money: { minor: 12_300, currency: 'TRY' },
    phase: 'AUTH',
    cancelUrl: 'https://shop.example/checkouts/cn/1',
    contact: { email: 'ayse@example.com', phone: '5555555555' },
  })
})

test('a way back that holds a NUL is none', () => {
  const body = { ...bare, cancel_url: 'https://shop.example/a\u0000b' }
  expect(messageOf(body)).toBe('payment_method.data.cancel_url: must be an https URL of the shop')
})

test('a shopper without an e-mail, an authorization, the cancel_url of older versions', () => {
  const body = { ...bare, kind: 'authorization', cancel_url: 'https://shop.example/cart' }
  expect(shape.parse(body)).toMatchObject({
    phase: 'PRE_AUTH',
    cancelUrl: 'https://shop.example/cart',
    contact: {},
  })
})

test.each([
  ['1250', 'JPY', 1250],
  ['1.250', 'KWD', 1250],
  ['0.1', 'TRY', 10],
])('%s %s is %i minor units', (amount, currency, minor) => {
  expect(shape.parse({ ...PAYMENT, amount, currency }).money.minor).toBe(minor)
})

test.each([
  [{ amount: 123 }, 'amount: must be a decimal text like "123.00"'],
  [{ amount: '1,00' }, 'amount: decimal: "1,00" is not a plain decimal number; write it like 1234.50'],
  [{ amount: '1.005' }, 'amount: decimal: "1.005" has more decimals than TRY has (2)'],
  [{ amount: '0.00' }, 'amount: must be more than zero'],
  [{ amount: '-1.00' }, 'amount: must be more than zero'],
  [{ currency: 'XAU' }, 'currency: XAU is not charged by Craftgate'],
  [{ id: "x' OR 1=1" }, 'id: must be the id of a Shopify session'],
  [{ gid: 'gid://shopify/RefundSession/1' }, 'gid: must be the gid of a PaymentSession'],
  [{ payment_method: {} }, 'payment_method.data.cancel_url: must be an https URL of the shop'],
])('%j is refused in words that name the field', (change, message) => {
  expect(messageOf({ ...PAYMENT, ...change })).toBe(message)
})

test.each(['javascript:alert(1)', 'http://shop.example', 'https://user:pass@shop.example', '//evil.example'])(
  'a shopper is never sent to %s',
  (cancel_url) => {
    expect(messageOf({ ...bare, cancel_url })).toMatch(/cancel_url: must be an https URL/)
  },
)

test('a refund has an amount, a void has none', () => {
  const refund = {
    id: '2sl4WR9jF82W0vQVg8fjux9S',
    gid: 'gid://shopify/RefundSession/2sl4WR9jF82W0vQVg8fjux9S',
    payment_id: PAYMENT.id,
    amount: '123.00',
    currency: 'TRY',
    test: false,
    merchant_locale: 'tr',
    proposed_at: '2026-11-24T00:00:00Z',
  }
  expect(TRANSACTION_REQUESTS.refund.parse(refund)).toMatchObject({
    paymentSessionId: PAYMENT.id,
    money: { minor: 12_300, currency: 'TRY' },
  })
  const { amount: _amount, currency: _currency, ...without } = refund
  const gid = 'gid://shopify/VoidSession/2sl4WR9jF82W0vQVg8fjux9S'
  expect(TRANSACTION_REQUESTS.void.parse({ ...without, gid }).money).toBeUndefined()
  expect(TRANSACTION_REQUESTS.refund.safeParse(without).success).toBe(false)
})
