import { severalCards, TRANSFER_INSTRUCTIONS } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { CraftgatePluginOptions } from '@craftgate-commerce/medusa'
import type { MedusaStoreEnvironment } from './environment'
import { sellerFields, sellerOf } from './sellers'

const PACKAGE = '@craftgate-commerce/medusa'

const CARD_PROVIDERS = ['pp_craftgate_craftgate', 'pp_craftgate_on-provizyon']

/** How a region names the providers below: `pp_<identifier>_<id>`. Loans and transfers are in lira. */
export const providersFor = (currency: string): string[] =>
  currency === 'try' ? [...CARD_PROVIDERS, 'pp_craftgate_zip', 'pp_craftgate_havale'] : CARD_PROVIDERS

/** First line of two: the plugin, with its routes, its job and its tables. */
export function craftgatePlugin({
  publicUrl,
  storefrontUrl,
  craftgate,
  reconcileJob,
  storeCards,
  approveLoans,
  alerts,
}: MedusaStoreEnvironment): { resolve: string; options: Record<string, unknown> } {
  const { environment, apiKey, secretKey, webhookKey, callbackKey, linkSecret } = craftgate
  return {
    resolve: PACKAGE,
    options: {
      publicUrl,
      linkSecret,
      merchants: { zerdali: { environment, apiKey, secretKey, webhookKey, callbackKey } },
      returnUrl: `${storefrontUrl}/odeme/{reference}`,
      wallets: { shop: 'zerdali-medusa' },
      reconcileAfterSeconds: craftgate.reconcileAfterSeconds,
      reconcileJob,
      sellerOf,
      sellerFields,
      alerts,
      checkout: {
        alwaysStoreCard: storeCards,
        forOrder: severalCards,
        loanApproval: approveLoans ? 'manual' : 'automatic',
        // Who comes back pays with the stored card; a stranger to the shop verifies it.
        ...(storeCards && { threeDSecure: { firstOrder: true, newAddress: true } }),
      },
    } satisfies CraftgatePluginOptions,
  }
}

/**
 * Second line: the payment providers. One takes the money at once, one holds it until the merchant captures, one is a shopping
 * loan, and with two the order is placed unpaid. Its regions in lira offer the loan and the transfer; none offers cash on delivery.
 */
export function craftgatePayments() {
  const resolve = `${PACKAGE}/providers/craftgate`
  return {
    resolve: '@medusajs/medusa/payment',
    options: {
      providers: [
        { resolve, id: 'craftgate' },
        { resolve, id: 'on-provizyon', options: { paymentPhase: 'PRE_AUTH' } },
        { resolve, id: 'zip', options: { method: 'ZIP' } },
        { resolve, id: 'havale', options: { offline: 'FUND_TRANSFER', instructions: TRANSFER_INSTRUCTIONS } },
        { resolve, id: 'kapida', options: { offline: 'CASH_ON_DELIVERY' } },
      ],
    },
  }
}
