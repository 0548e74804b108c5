import { harnessOptions } from '../testing/shop-harness'
import { parseOptions } from './parse-configuration'

const { tr } = harnessOptions.merchants

function wrongIn(more: object): string {
  try {
    parseOptions({ ...harnessOptions, merchants: { tr: { ...tr, ...more } } } as typeof harnessOptions)
    return ''
  } catch (error) {
    return String(error)
  }
}

test('Google Pay needs what only Craftgate can tell, and each line says so', () => {
  const lines = wrongIn({ googlePay: { merchantName: 'Shop' } })
  for (const key of ['gateway', 'gatewayMerchantId', 'tokenParameter'])
    expect(lines).toMatch(new RegExp(`merchants\\.tr\\.googlePay\\.${key}: is missing; .*Craftgate`))
})

test('Apple Pay needs the merchant’s own names', () => {
  const lines = wrongIn({ applePay: { displayName: 'a'.repeat(65) } })
  expect(lines).toMatch(/merchants\.tr\.applePay\.merchantIdentifier: is missing/)
  expect(lines).toMatch(/merchants\.tr\.applePay\.displayName: is longer/)
})

test.each([
  ['http://pay.google.com/gp/p/js/pay.js', 'must begin with https://'],
  ['http://localhost.evil.test/pay.js', 'must begin with https://'],
  ['pay.js', 'must be an absolute https URL'],
])('a script is loaded over a line that nobody changes, not from %s', (script, told) => {
  const applePay = { merchantIdentifier: 'merchant.com.shop', displayName: 'Shop', script }
  expect(wrongIn({ applePay })).toMatch(`merchants.tr.applePay.script: ${told}`)
})

test('an emulator on this machine may serve the script', () => {
  const applePay = { merchantIdentifier: 'merchant.com.shop', displayName: 'Shop' }
  for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]'])
    expect(wrongIn({ applePay: { ...applePay, script: `http://${host}/sdk.js` } })).toBe('')
})

test('Masterpass needs what it gives its merchants, and each line says so', () => {
  const lines = wrongIn({ masterpass: { scripts: [] } })
  expect(lines).toMatch(/merchants\.tr\.masterpass\.clientId: is missing; Masterpass gives it/)
  expect(lines).toMatch(/merchants\.tr\.masterpass\.scripts: is empty; .*mfs-client/)
  expect(lines).toMatch(/merchants\.tr\.masterpass\.listToken: is missing; .*MFS\.listCards/)
})

test('a word that is no option is named', () => {
  expect(wrongIn({ googlePay: { tokenParam: 'x' } })).toMatch('tokenParam')
})
