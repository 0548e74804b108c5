import type { MedusaStoreEnvironment } from './environment'

const PACKAGE = '@craftgate-commerce/medusa'

/** How a region names the providers below: `pp_<identifier>_<id>`. */
export const CRAFTGATE_PROVIDERS = ['pp_craftgate_craftgate', 'pp_craftgate_on-provizyon']

/** First line of two: the plugin, with its routes, its job and its tables. */
export function craftgatePlugin({
  publicUrl,
  storefrontUrl,
  craftgate,
  reconcileJob,
  storeCards,
}: MedusaStoreEnvironment) {
  const { environment, apiKey, secretKey, webhookKey, callbackKey, linkSecret } = craftgate
  return {
    resolve: PACKAGE,
    options: {
      publicUrl,
      linkSecret,
      merchants: { zerdali: { environment, apiKey, secretKey, webhookKey, callbackKey } },
      returnUrl: `${storefrontUrl}/odeme/{reference}`,
      reconcileAfterSeconds: craftgate.reconcileAfterSeconds,
      reconcileJob,
      checkout: {
        alwaysStoreCard: storeCards,
        // Who comes back pays with the stored card; a stranger to the shop verifies it.
        ...(storeCards && { threeDSecure: { firstOrder: true, newAddress: true } }),
      },
    },
  }
}

/** Second line: the payment providers. One takes the money at once, the other holds it until the merchant captures. */
export function craftgatePayments() {
  const resolve = `${PACKAGE}/providers/craftgate`
  return {
    resolve: '@medusajs/medusa/payment',
    options: {
      providers: [
        { resolve, id: 'craftgate' },
        { resolve, id: 'on-provizyon', options: { paymentPhase: 'PRE_AUTH' } },
      ],
    },
  }
}
