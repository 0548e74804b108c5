// Google Pay by the token of Google's pay.js, on a page of ours: the POS-APM start of Craftgate's clients. The portal has no
// page on it, so what only Craftgate can tell stands in the merchant's options.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient } from '../../client/craftgate-client'
import { toDecimal } from '../../money'
import type { MerchantOptions } from '../../options/options'
import { posApmRequest } from './bank-apps'
import type { DirectFamily, Sale, Starting } from './family'
import { started } from './started'

/** A card that the device proved is charged by the first call; any other goes to its bank. The token alone tells which. */
export const googlePay: DirectFamily = { mayCharge: true, start, script }

async function start(client: CraftgateClient, starting: Starting) {
  const { answers, merchant, page } = starting
  const token = { [optionsOf(merchant).tokenParameter]: answers.deviceToken }
  const body = posApmRequest(starting, { ...page.additionalParams, ...token })
  return started(await client.call('initPosApmPayment', { body }, { idempotencyKey: randomUUID() }))
}

/** developers.google.com/pay/api/web/reference/request-objects */
async function script(_client: CraftgateClient, { merchant, basket: { price } }: Sale) {
  const { merchantId, merchantName, gateway, gatewayMerchantId, ...options } = optionsOf(merchant)
  const { allowedAuthMethods, allowedCardNetworks, script: address } = options
  const request = {
    apiVersion: 2,
    apiVersionMinor: 0,
    merchantInfo: { merchantId, merchantName },
    allowedPaymentMethods: [
      {
        type: 'CARD',
        parameters: { allowedAuthMethods, allowedCardNetworks },
        tokenizationSpecification: {
          type: 'PAYMENT_GATEWAY',
          parameters: { gateway, gatewayMerchantId },
        },
      },
    ],
    transactionInfo: {
      countryCode: 'TR',
      currencyCode: price.currency,
      totalPriceStatus: 'FINAL',
      totalPrice: toDecimal(price),
    },
  }
  const environment = merchant.environment === 'live' ? 'PRODUCTION' : 'TEST'
  return { provider: 'google-pay' as const, scripts: [address], settings: { environment, request } }
}

/** They are there, because nobody is led here without them (`choose-method.ts`). */
function optionsOf({ googlePay: options }: MerchantOptions) {
  if (options === undefined) throw new Error('Google Pay is begun without its options')
  return options
}

/** Charges the card that its bank verified, once however often this is asked. Throws CraftgateError. */
export async function completeGooglePay(client: CraftgateClient, paymentId: number): Promise<void> {
  await client.call('completePosApmPayment', { body: { paymentId } }, { idempotencyKey: randomUUID() })
}
