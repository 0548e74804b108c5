import { parseProviderOptions } from './provider-options'

test('an entry at the checkout needs no options', () => {
  expect(parseProviderOptions(undefined)).toEqual({ paymentPhase: 'AUTH' })
})

test('an entry may name one way to pay, that only the API starts too', () => {
  expect(parseProviderOptions({ method: 'TOMPAY' })).toEqual({ paymentPhase: 'AUTH', method: 'TOMPAY' })
})

test.each([
  [{ paymentPhase: 'POST_AUTH' }, "paymentPhase: must be 'AUTH' or 'PRE_AUTH'"],
  [{ apiKey: 'a' }, 'apiKey: is no option; there are merchant, paymentPhase'],
  [{ enabledPaymentMethods: [] }, 'enabledPaymentMethods: is empty'],
  [
    { enabledPaymentMethods: ['card, sms'] },
    'enabledPaymentMethods.0: is no way to pay that Craftgate knows',
  ],
  [
    { paymentPhase: 'PRE_AUTH', enabledPaymentMethods: ['CARD', 'PAPARA'] },
    'enabledPaymentMethods: has ways to pay that take no pre-authorization: PAPARA',
  ],
  [{ method: 'CASH' }, 'method: is no way to pay that can be opened alone; there are CARD'],
  [{ method: 'CASH_ON_DELIVERY' }, 'method: is no way to pay that can be opened alone'],
  [
    { method: 'PAPARA', enabledPaymentMethods: ['CARD'] },
    'method: is not among enabledPaymentMethods; add PAPARA',
  ],
  [
    { method: 'PAPARA', paymentPhase: 'PRE_AUTH' },
    'method: has ways to pay that take no pre-authorization: PAPARA',
  ],
  [{ offline: 'PAPARA' }, "offline: must be 'FUND_TRANSFER' or 'CASH_ON_DELIVERY'"],
  [
    { offline: 'FUND_TRANSFER', paymentPhase: 'PRE_AUTH' },
    'offline: goes with neither PRE_AUTH nor enabledPaymentMethods',
  ],
  [{ instructions: { tr: 'IBAN' } }, 'instructions: are of an entry with offline'],
])('%j is refused', (options, line) => {
  expect(() => parseProviderOptions(options)).toThrow(line)
})
