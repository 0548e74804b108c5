import { sheetScript } from './sheet'

/**
 * In place of Apple's apple-pay-sdk.js, which brings ApplePaySession to browsers that have none
 * (developer.apple.com/documentation/applepayontheweb/applepaysession). A browser's own is replaced, because it would ask
 * Apple about the emulator's session.
 */
export const applePayScript = `(() => {
${sheetScript}
const require = (isThere, field) => { if (!isThere) throw new TypeError(field + ' is missing or wrong') }
const tokenOf = (data) => ({
  paymentData: { version: 'EC_v1', data, signature: 'emulator', header: { transactionId: 'emulator', ephemeralPublicKey: 'emulator', publicKeyHash: 'emulator' } },
  paymentMethod: { displayName: 'emulator', network: 'MasterCard', type: 'credit' },
  transactionIdentifier: 'emulator',
})
window.ApplePaySession = class ApplePaySession {
  static STATUS_SUCCESS = 0
  static STATUS_FAILURE = 1
  static supportsVersion() { return true }
  static canMakePayments() { return true }
  constructor(version, request) {
    require(version > 0 && version < 15, 'version')
    require(/^[A-Z]{2}$/.test(request.countryCode) && /^[A-Z]{3}$/.test(request.currencyCode), 'countryCode, currencyCode')
    require(request.supportedNetworks.length > 0 && request.merchantCapabilities.includes('supports3DS'), 'supportedNetworks, merchantCapabilities')
    require(request.total.label && /^\\d+(\\.\\d+)?$/.test(request.total.amount), 'total')
  }
  begin() {
    require(this.onvalidatemerchant, 'onvalidatemerchant')
    this.onvalidatemerchant({ validationURL: 'https://apple-pay-gateway.apple.com/paymentservices/startSession' })
  }
  async completeMerchantValidation(session) {
    require(/^SSH/.test(session.merchantSessionIdentifier) && session.domainName === location.hostname, 'merchantSession')
    const seal = await choose('Apple Pay')
    if (seal === undefined) return this.oncancel && this.oncancel({})
    this.onpaymentauthorized({ payment: { token: tokenOf(seal) } })
  }
  completePayment({ status }) { require(status === 0 || status === 1, 'status') }
  abort() {}
}
})()
`
