// Google Pay by the token of Google's pay.js, on a page of ours: the POS-APM start of Craftgate's clients. The portal has no
// page on it, so what only Craftgate can tell stands in the merchant's options.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient } from '../../client/craftgate-client'
import { toDecimal } from '../../money'
import { posApmRequest } from './bank-apps'
import type { DirectFamily, Sale, Starting } from './family'
import { started } from './started'

export const googlePay: DirectFamily = {
  async start(client: CraftgateClient, starting: Starting) {
    const { answers, merchant } = starting
    const token = { [merchant.googlePay?.tokenParameter ?? '']: answers.deviceToken }
    const body = posApmRequest(starting, { ...starting.page.additionalParams, ...token })
    return started(await client.call('initPosApmPayment', { body }, { idempotencyKey: randomUUID() }))
  },
  async script(_client, { merchant: { googlePay: options, environment }, basket: { price } }: Sale) {
    const request = {
      apiVersion: 2,
      apiVersionMinor: 0,
      merchantInfo: { merchantId: options?.merchantId, merchantName: options?.merchantName },
      allowedPaymentMethods: [
        {
          type: 'CARD',
          parameters: {
            allowedAuthMethods: options?.allowedAuthMethods,
            allowedCardNetworks: options?.allowedCardNetworks,
          },
          tokenizationSpecification: {
            type: 'PAYMENT_GATEWAY',
            parameters: { gateway: options?.gateway, gatewayMerchantId: options?.gatewayMerchantId },
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
    return {
      provider: 'google-pay',
      scripts: options ? [options.script] : [],
      settings: { environment: environment === 'live' ? 'PRODUCTION' : 'TEST', request },
    }
  },
}

/** Charges the card that its bank verified, once however often this is asked. Throws CraftgateError. */
export async function completeGooglePay(client: CraftgateClient, paymentId: number): Promise<void> {
  await client.call('completePosApmPayment', { body: { paymentId } }, { idempotencyKey: randomUUID() })
}
