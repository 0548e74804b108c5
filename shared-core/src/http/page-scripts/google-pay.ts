/** developers.google.com/pay/api/web/guides/tutorial */
export const googlePayScript = `
const { environment, request } = page.settings
const { apiVersion, apiVersionMinor, allowedPaymentMethods } = request
const client = new google.payments.api.PaymentsClient({ environment })
const pay = async () => {
  try {
    const { paymentMethodData } = await client.loadPaymentData(request)
    send({ 'device-token': paymentMethodData.tokenizationData.token })
  } catch (error) {
    say(error.statusCode === 'CANCELED' ? 'cancelled' : 'not-here')
  }
}
const { result } = await client.isReadyToPay({ apiVersion, apiVersionMinor, allowedPaymentMethods })
if (result) place.append(client.createButton({ onClick: pay, buttonType: 'pay', buttonSizeMode: 'fill', buttonLocale: page.language }))
else say('not-here')
`
