import { sheetScript } from './sheet'

/**
 * In place of Google's pay.js (developers.google.com/pay/api/web/reference/client): what a page may call of it, refused with
 * DEVELOPER_ERROR where Google's reference calls a field required.
 */
export const googlePayScript = `(() => {
${sheetScript}
const refusal = (statusCode, statusMessage) => Object.assign(new Error(statusMessage), { statusCode, statusMessage })
const require = (isThere, field) => { if (!isThere) throw refusal('DEVELOPER_ERROR', field + ' is missing or wrong') }
const checkMethods = ({ apiVersion, apiVersionMinor, allowedPaymentMethods }) => {
  require(apiVersion === 2 && apiVersionMinor === 0, 'apiVersion')
  const [method] = allowedPaymentMethods || []
  require(method && method.type === 'CARD', 'allowedPaymentMethods')
  require(method.parameters && method.parameters.allowedAuthMethods.length > 0, 'allowedAuthMethods')
  require(method.parameters.allowedCardNetworks.length > 0, 'allowedCardNetworks')
  return method
}
const checkPayment = (request) => {
  const { tokenizationSpecification: how } = checkMethods(request)
  require(how && how.type === 'PAYMENT_GATEWAY' && how.parameters.gateway && how.parameters.gatewayMerchantId, 'tokenizationSpecification')
  const { totalPriceStatus, totalPrice, currencyCode, countryCode } = request.transactionInfo || {}
  require(totalPriceStatus === 'FINAL' && /^\\d+(\\.\\d\\d)?$/.test(totalPrice), 'transactionInfo.totalPrice')
  require(/^[A-Z]{3}$/.test(currencyCode) && /^[A-Z]{2}$/.test(countryCode), 'transactionInfo.currencyCode')
  require(request.merchantInfo, 'merchantInfo')
}
const tokenOf = (encryptedMessage) => JSON.stringify({
  protocolVersion: 'ECv2',
  signature: 'emulator',
  signedMessage: JSON.stringify({ encryptedMessage, ephemeralPublicKey: 'emulator', tag: 'emulator' }),
})
class PaymentsClient {
  constructor({ environment }) { require(environment === 'TEST' || environment === 'PRODUCTION', 'environment') }
  async isReadyToPay(request) { checkMethods(request); return { result: true } }
  createButton({ onClick }) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Google Pay'
    button.addEventListener('click', onClick)
    return button
  }
  async loadPaymentData(request) {
    checkPayment(request)
    const seal = await choose('Google Pay')
    if (seal === undefined) throw refusal('CANCELED', 'The shopper closed the sheet')
    return { apiVersion: 2, apiVersionMinor: 0, paymentMethodData: { type: 'CARD', info: {}, description: '', tokenizationData: { type: 'PAYMENT_GATEWAY', token: tokenOf(seal) } } }
  }
}
window.google = { payments: { api: { PaymentsClient } } }
})()
`
