// Options of ways to pay whose own script runs on a page of core's. Each is a matter of one merchant account; without its
// options the way to pay is a tab of the hosted page.
import { z } from 'zod'
import { secureAddress } from './secure-address'

const text = (what: string) => z.string({ error: what }).min(1, { error: what })

/** A script of somebody else's runs where the shopper pays. */
const scriptAddress = secureAddress('is for an emulator on this machine')

const NETWORKS = 'is empty; name one or more card networks'

/**
 * developers.google.com/pay/api/web/reference/request-objects. Craftgate's portal has no page on Google Pay: `gateway`,
 * `gatewayMerchantId` and the name of the parameter that carries the token are what Craftgate tells with the activation.
 */
export const googlePayOptions = z.strictObject({
  gateway: text('is missing; Craftgate tells it with the activation of Google Pay'),
  gatewayMerchantId: text('is missing; Craftgate tells it with the activation of Google Pay'),
  /** Key of `additionalParams` in which Craftgate takes the token of pay.js. */
  tokenParameter: text("is missing; ask Craftgate in which additional parameter it takes Google's token"),
  /** What the sheet calls the shop. */
  merchantName: text('is missing; it is what the sheet calls your shop'),
  /** Of Google's Pay & Wallet Console; Google asks for it in production. */
  merchantId: z.string().min(1).optional(),
  allowedCardNetworks: z.array(z.string()).min(1, { error: NETWORKS }).default(['MASTERCARD', 'VISA']),
  /** `PAN_ONLY` cards are verified at their bank. */
  allowedAuthMethods: z
    .array(z.enum(['PAN_ONLY', 'CRYPTOGRAM_3DS']))
    .min(1, { error: 'is empty; name PAN_ONLY, CRYPTOGRAM_3DS or both' })
    .default(['PAN_ONLY', 'CRYPTOGRAM_3DS']),
  script: scriptAddress.default('https://pay.google.com/gp/p/js/pay.js'),
})

/**
 * developer.apple.com/documentation/applepayontheweb. The domain of `publicUrl` must be registered with Apple, whose file
 * `/.well-known/apple-developer-merchantid-domain-association` the shop serves there.
 */
export const applePayOptions = z.strictObject({
  merchantIdentifier: text('is missing; it is the merchant id of your Apple developer account'),
  /** What the sheet calls the shop. */
  displayName: text('is missing; it is what the sheet calls your shop').max(64, {
    error: 'is longer than the 64 letters that Apple shows',
  }),
  supportedNetworks: z.array(z.string()).min(1, { error: NETWORKS }).default(['masterCard', 'visa']),
  /**
   * What Craftgate is sent as `tokenizedCard.data`, which its clients call `any` and its portal does not describe: Apple's
   * whole token, or the encrypted `paymentData` of it.
   */
  tokenData: z.enum(['payment-data', 'token']).default('payment-data'),
  /** Brings ApplePaySession to browsers that have none of their own. */
  script: scriptAddress.default('https://applepay.cdn-apple.com/jsapi/1.latest/apple-pay-sdk.js'),
})

/** BKM's script, of the environment that the merchant has: its addresses are those of BKM's own server libraries. */
export const bkmExpressOptions = z.strictObject({ script: scriptAddress.optional() })

/** The buyer whose cards Masterpass is asked for. */
export interface MasterpassBuyer {
  /** `90` and ten digits. */
  readonly msisdn: string
  /** By which Masterpass knows him at this shop: `masterpassUserId` of the page options, else the shop's id of the buyer. */
  readonly userId: string
}

const LIST_TOKEN =
  "is missing; it is a function of the buyer that fulfils with the token of MFS.listCards, which Masterpass's own service makes"

/** What the forms of Masterpass's script hold beside the sale; public integrations agree on these. */
const PURCHASE_FIELDS = {
  ...{ aav: 'aav', encCPin: '0', encPassword: '', password: '', paymentType: '', clientIp: '' },
  ...{ sendSms: 'N', sendSmsMerchant: 'Y', macroMerchantId: '', cvc: '', rewardName: '', rewardValue: '' },
}

/**
 * developer.craftgate.io/api/payment/payment-with-masterpass, first version: "the merchant does the client integration of
 * Masterpass himself". Its page says neither where Masterpass's script is nor how the token of `MFS.listCards` is made:
 * Masterpass gives its merchants the file, to be served by themselves, and the service that makes the token.
 */
export const masterpassOptions = z.strictObject({
  clientId: text('is missing; Masterpass gives it to its merchants'),
  /** jQuery, then Masterpass's mfs-client, from where the shop serves them. */
  scripts: z
    .array(scriptAddress, {
      error: 'is missing; name the addresses of jQuery and of mfs-client, in this order',
    })
    .min(1, { error: 'is empty; name the addresses of jQuery and of mfs-client, in this order' }),
  /** `MFS.setAddress`. */
  serviceUrl: scriptAddress.default('https://ui.masterpassturkiye.com/v2'),
  /** Asks Masterpass's own service for the token of `MFS.listCards` of this buyer. */
  listToken: z.custom<(buyer: MasterpassBuyer) => Promise<string>>((given) => typeof given === 'function', {
    error: LIST_TOKEN,
  }),
  /** What Masterpass's guide wants in the form of `MFS.purchase` beside the sale. */
  purchaseFields: z
    .record(z.string(), z.string())
    .default({})
    .transform((own) => ({ ...PURCHASE_FIELDS, ...own })),
})

export const scriptOptions = {
  /** Google Pay on a page of core's. Without it: its tab of the hosted page. */
  googlePay: googlePayOptions.optional(),
  /** Apple Pay on a page of core's. Without it: its tab of the hosted page. */
  applePay: applePayOptions.optional(),
  /** Masterpass on a page of core's, for a buyer who is logged in. Without it: its tab of the hosted page. */
  masterpass: masterpassOptions.optional(),
  /** BKM Express on a page of core's, `{}` with BKM's usual script. Without it: its tab of the hosted page. */
  bkmExpress: bkmExpressOptions.optional(),
}
