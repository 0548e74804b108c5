import { parseProviderOptions } from './provider-options'

test('an entry at the checkout needs no options', () => {
  expect(parseProviderOptions(undefined)).toEqual({ paymentPhase: 'AUTH' })
})

test.each([
  [{ paymentPhase: 'POST_AUTH' }, "paymentPhase must be 'AUTH' or 'PRE_AUTH'"],
  [{ apiKey: 'a' }, 'apiKey'],
  [{ enabledPaymentMethods: [] }, 'enabledPaymentMethods'],
  [{ enabledPaymentMethods: ['card, sms'] }, 'enabledPaymentMethods'],
])('%j is refused', (options, line) => {
  expect(() => parseProviderOptions(options)).toThrow(line)
})
