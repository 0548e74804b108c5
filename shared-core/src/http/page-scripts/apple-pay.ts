/**
 * developer.apple.com/documentation/applepayontheweb/applepaysession. The sheet is told that the device's part is done; what
 * the bank makes of it the shopper reads on the page that follows.
 */
export const applePayScript = `
const sessionOf = async (validationUrl) => {
  const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams({ validationUrl }) })
  if (!answer.ok) throw new Error('No merchant session')
  return answer.json()
}
const pay = () => {
  const session = new ApplePaySession(3, page.settings.request)
  session.onvalidatemerchant = async ({ validationURL }) => {
    try {
      session.completeMerchantValidation(await sessionOf(validationURL))
    } catch {
      session.abort()
      say('not-here')
    }
  }
  session.onpaymentauthorized = ({ payment }) => {
    session.completePayment({ status: ApplePaySession.STATUS_SUCCESS })
    send({ 'device-token': JSON.stringify(payment.token) })
  }
  session.oncancel = () => say('cancelled')
  session.begin()
}
if (ApplePaySession.canMakePayments()) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'apple-pay'
  button.textContent = 'Apple Pay'
  button.addEventListener('click', pay)
  place.append(button)
} else say('not-here')
`
