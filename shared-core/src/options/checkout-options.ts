// Options of the payment page: of the shop, and of one order by a function. Checked by one schema, so that what a function
// answers is held to the same rules as what stands in the configuration.
import { z } from 'zod'
import type { OrderSnapshot } from '../basket/index'
import { PAGE_METHODS, STARTABLE_METHODS } from '../methods/index'
import { CURRENCIES, fromDecimal, MAX_MINOR } from '../money/index'

/** The option `enabledPaymentMethods`. */
export const paymentMethods = z
  .array(
    z.enum(PAGE_METHODS, {
      error: `is no way to pay that Craftgate knows; it knows ${PAGE_METHODS.join(', ')}`,
    }),
    { error: "must be a list of Craftgate's names, e.g. ['CARD']" },
  )
  .min(1, { error: 'is empty; name one or more, or leave it out for all that the account has' })

/** One way to pay, for an entry of the shop or the whole shop. */
export const wayToPay = z.enum(STARTABLE_METHODS, {
  error: `is no way to pay that can be opened alone; there are ${STARTABLE_METHODS.join(', ')}`,
})

const INSTALLMENTS = 'must be whole numbers from 1 to 12, the most that Craftgate takes'
const installmentCount = z
  .int({ error: INSTALLMENTS })
  .min(1, { error: INSTALLMENTS })
  .max(12, { error: INSTALLMENTS })

const address = z.url({ protocol: /^https?$/, error: 'must be an absolute http(s) URL' })

const customInstallments = z.array(
  z.strictObject({
    number: installmentCount,
    /** What the shopper pays in all, in minor units of the order's currency. */
    totalPrice: z.int().min(1).max(MAX_MINOR),
  }),
)

const THREE_D_SECURE =
  "must be 'always', 'never', or rules: { debitCards, firstOrder, above: { TRY: 5000 }, newAddress, lostOrStolen }"

const isAmount = (amount: unknown, currency: string): boolean => {
  try {
    return fromDecimal(amount as string | number, currency).minor > 0
  } catch {
    return false
  }
}

/** Above which amounts, by currency, in its main unit: `{ TRY: 5000 }`. */
const amountsByCurrency = z
  .partialRecord(z.enum(CURRENCIES), z.union([z.number(), z.string()]))
  .refine((amounts) => Object.entries(amounts).every(([currency, amount]) => isAmount(amount, currency)), {
    error: 'must be amounts above 0 by currency, e.g. { TRY: 5000 }',
  })

/** When the page demands 3D Secure (developer.craftgate.io/security-recommendations). Any rule that fits does. */
const threeDSecureRules = z.strictObject({
  /**
   * Debit and prepaid cards. Craftgate's page learns the card too late, so of it this means every page that takes such cards;
   * of a card that core charges by API it means those cards, and cards that nobody knows.
   */
  debitCards: z.boolean().default(false),
  /** The buyer's first order; a guest's too, that of an opener who is not logged in as the buyer, and where the shop does not know. */
  firstOrder: z.boolean().default(false),
  /** Amounts by currency, in its main unit (`{ TRY: 5000 }`): every sale above one. */
  above: amountsByCurrency.optional(),
  /** An address that the buyer never had an order sent to; else as `firstOrder`. */
  newAddress: z.boolean().default(false),
  /** After a card was declined as lost, stolen, or to be picked up, in an earlier attempt to pay this order. */
  lostOrStolen: z.boolean().default(true),
})

export type ThreeDSecureRules = z.output<typeof threeDSecureRules>

const FRAUD_VARIABLE = 'must be a text of at most 255 characters, or a function of the order that answers one'

const shared = {
  /** Minutes that a hosted page stays payable. */
  ttlMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(30),
  /** Counts of instalments that the page offers, 1 for a single payment: Craftgate takes 12 at most. */
  enabledInstallments: z
    .array(installmentCount)
    .min(1, { error: 'is empty; name one or more, or leave it out for all that the account has' })
    .optional(),
  /** Ways to pay that the page offers; without it all that the account has. */
  enabledPaymentMethods: paymentMethods.optional(),
  /**
   * `never`: the shop does not demand it; card, POS and Craftgate's own settings still may. Without it: `never` of Craftgate's
   * page, which judges each card itself, and `always` of a card that core charges by API (`STORED_CARD`, `cardEntry: 'server'`).
   */
  threeDSecure: z
    .union([z.enum(['always', 'never']), threeDSecureRules], { error: THREE_D_SECURE })
    .optional(),
  /**
   * The page takes the sum in parts, with several cards; not of a pre-authorization, nor where one way to pay is named. The
   * order is paid when all is. What was paid of a sum that was not completed in `ttlMinutes` goes back.
   */
  multiPayment: z
    .union([z.boolean(), z.strictObject({ maximumSplitPaymentCount: z.int().min(2) })], {
      error: 'is true, false, or { maximumSplitPaymentCount: 2 or more }',
    })
    .default(false),
  /**
   * Without it a sale is PRODUCT and a pre-authorization LISTING_OR_SUBSCRIPTION, as in Craftgate's own shop modules: the
   * portal describes pre-authorizations for that group only.
   */
  paymentGroup: z.enum(['PRODUCT', 'LISTING_OR_SUBSCRIPTION']).optional(),
  paymentChannel: z.string().optional(),
  allowOnlyCreditCard: z.boolean().optional(),
  /** Only cards that are stored already; a shopper without any cannot pay then. */
  allowOnlyStoredCards: z.boolean().optional(),
  /** Instalments for commercial cards only. */
  allowInstallmentOnlyCommercialCards: z.boolean().optional(),
  /** A pre-authorization page charges cards that are no credit cards at once. */
  forceAuthForNonCreditCards: z.boolean().optional(),
  /**
   * Craftgate stores the card of every shopper who has an account, so that the next payment needs no typing. Tell them
   * so: it is their consent that you need. Without it the page asks shoppers who have an account.
   */
  alwaysStoreCard: z.boolean().default(false),
  /** Nobody's card is stored. Guests' never are. */
  disableStoreCard: z.boolean().optional(),
  allowDeleteStoredCard: z.boolean().optional(),
  /** Whether some errors of a bank are tried again on a second POS. */
  retry: z.boolean().optional(),
  /** Where the page's "back to the shop" leads; of an origin in `returnOrigins`. */
  returnBackUrl: address.optional(),
  useTopRedirection: z.boolean().optional(),
  routingOptions: z
    .strictObject({
      orderingRule: z.enum(['ON_US', 'LOW_COMMISSION_RATE', 'IN_ORDER']).optional(),
      posAliases: z.array(z.string()).optional(),
      ignoreAdvancedPosRoutingRules: z.boolean().optional(),
    })
    .optional(),
  /** Gets the page's token by POST when it was paid. */
  merchantWebhookUrl: address.optional(),
  /** As Craftgate documents it for each way to pay; Klarna's country and locale come from the order. */
  additionalParams: z.record(z.string(), z.unknown()).optional(),
  /** Days until the money of every item may be paid out. */
  blockageDay: z.int().min(0).optional(),
  /**
   * A word of the shop's own that Craftgate's fraud rules name as `customFraudVariable`, at most 255 characters. Personal data is
   * not needed there: what rules ask of the buyer (id, e-mail, phone) is told beside it.
   */
  customFraudVariable: z.string({ error: FRAUD_VARIABLE }).max(255, { error: FRAUD_VARIABLE }).optional(),
}

const ofOneOrder = {
  /** What the bank is sent as order number; Craftgate makes one without it. */
  orderId: z.string().min(1).optional(),
  customInstallments: customInstallments.optional(),
  /** By card family: `{ Bonus: [{ number: 3, totalPrice: 10500 }] }`. */
  cardBrandInstallments: z.record(z.string(), customInstallments).optional(),
  /** Begins with 90. Without it the buyer's, where MASTERPASS is named among the ways to pay. */
  masterpassGsmNumber: z
    .string()
    .regex(/^90\d{10}$/, { error: 'must be twelve digits that begin with 90' })
    .optional(),
  masterpassUserId: z.string().optional(),
  /** Without it the buyer's id, where PAYONEER is named among the ways to pay. */
  apmUserIdentity: z.string().optional(),
  /** Craftgate's id of the buyer, not the shop's. */
  buyerMemberId: z.int().positive().optional(),
  /** Loads the money into the wallet of `buyerMemberId`. */
  depositPayment: z.boolean().optional(),
}

const orderCheckout = z.strictObject({ ...shared, ...ofOneOrder })

type Context = z.core.$RefinementCtx

type Contradicting = Pick<
  Partial<z.output<typeof orderCheckout>>,
  'alwaysStoreCard' | 'allowOnlyStoredCards' | 'disableStoreCard' | 'depositPayment' | 'buyerMemberId'
>

/** What cannot be meant together. */
function contradictions(given: Contradicting, context: Context): void {
  const { alwaysStoreCard, allowOnlyStoredCards, disableStoreCard, depositPayment, buyerMemberId } = given
  const say = (key: string, message: string) =>
    context.addIssue({ code: 'custom', path: [key], message, input: given })
  if (allowOnlyStoredCards && alwaysStoreCard)
    say('allowOnlyStoredCards', 'contradicts alwaysStoreCard: no new card could ever be stored')
  if (disableStoreCard && alwaysStoreCard) say('disableStoreCard', 'contradicts alwaysStoreCard')
  if (depositPayment && buyerMemberId === undefined)
    say('depositPayment', 'needs buyerMemberId, whose wallet gets the money')
}

/** Adds an issue when the one way to pay is not among those that are named as all. */
export function requireEnabled(
  context: Context,
  method: string | undefined,
  enabled: readonly string[] | undefined,
): void {
  if (method === undefined || enabled === undefined || enabled.includes(method)) return
  const message = `is not among enabledPaymentMethods; add ${method} there, or leave one of the two out`
  context.addIssue({ code: 'custom', path: ['method'], message })
}

const checkedOrderCheckout = orderCheckout.superRefine(contradictions)

/** What a page is opened with. */
export type PageOptions = z.output<typeof orderCheckout>

/** What a shop may say of one order; what it leaves out is the shop's. */
export type OrderCheckoutOptions = z.input<typeof orderCheckout>

export type CheckoutForOrder = (
  order: OrderSnapshot,
) => OrderCheckoutOptions | undefined | Promise<OrderCheckoutOptions | undefined>

const forOrder = z
  .custom<CheckoutForOrder>((given) => typeof given === 'function', {
    error: 'must be a function of the order',
  })
  .optional()

/** Makes of an order what the rules name `customFraudVariable`; undefined where they need not know more of it. */
export type FraudVariableOfOrder = (order: OrderSnapshot) => string | undefined | Promise<string | undefined>

const fraudVariableOf = z.custom<FraudVariableOfOrder>((given) => typeof given === 'function')

const shopCheckout = z
  .strictObject(
    {
      ...shared,
      animatedCard: z.boolean().default(false),
      /**
       * The pay link with `&frame=true` opens Craftgate's page in a frame of a page of `returnOrigins`; what is paid there leads
       * the whole window on. Such a page takes no sum in parts (`multiPayment`). PCI SAQ A all the same, with more to prove about
       * the scripts of the page around it.
       */
      frame: z.boolean().default(false),
      /** As of one order, or a function that makes it of the order. */
      customFraudVariable: z.union([shared.customFraudVariable, fraudVariableOf], { error: FRAUD_VARIABLE }),
      /**
       * The only way to pay, for a shop that has one, where neither an entry nor the pay link names another: started by API
       * where it can be, else on a page that offers it alone.
       */
      method: wayToPay.optional(),
      /**
       * Where a card is typed when `CARD` alone is to pay (named by the pay link, an entry or `method`). `hosted`: on Craftgate's
       * page (PCI SAQ A). `server`: on a page of core's, so that card numbers pass this server, which puts the shop in PCI SAQ D.
       */
      cardEntry: z.enum(['hosted', 'server']).default('hosted'),
      /**
       * Some lenders wait for the merchant once they granted a loan. `automatic`: it is approved when the order still owes its
       * amount. `manual`: the merchant approves it (`approveLoan`), and the order is paid then.
       */
      loanApproval: z.enum(['automatic', 'manual']).default('automatic'),
      /** What is different for an order: merged over these options. */
      forOrder,
    },
    {
      error: ({ code }) =>
        code === 'invalid_type' ? 'must be an object of options, or a function of the order' : undefined,
    },
  )
  .superRefine(contradictions)
  .superRefine(({ method, enabledPaymentMethods, frame, multiPayment }, context) => {
    requireEnabled(context, method, enabledPaymentMethods)
    if (frame && multiPayment)
      context.addIssue({
        code: 'custom',
        path: ['frame'],
        message: 'contradicts multiPayment: Craftgate leads a page that takes parts back within its frame',
      })
  })

type ShopCheckout = z.output<typeof shopCheckout>
type ShopCheckoutInput = z.input<typeof shopCheckout> | CheckoutForOrder

/** Options, or only the function of the order. */
export const checkoutOptions = z
  .preprocess(
    (given) => (typeof given === 'function' ? { forOrder: given } : given),
    shopCheckout as z.ZodType<ShopCheckout, ShopCheckoutInput>,
  )
  .prefault({}) as unknown as z.ZodPrefault<z.ZodType<ShopCheckout, ShopCheckoutInput>>

/** The shop's options with what its function says of this order. */
export const mergedCheckout = z.strictObject({ checkout: checkedOrderCheckout })

export async function mergeForOrder(
  {
    animatedCard: _animatedCard,
    frame,
    method: _method,
    cardEntry: _cardEntry,
    loanApproval: _approval,
    forOrder: ask,
    customFraudVariable: variable,
    ...shop
  }: ShopCheckout,
  order: OrderSnapshot,
): Promise<{ readonly checkout: unknown }> {
  const customFraudVariable = typeof variable === 'function' ? await variable(order) : variable
  const checkout = { ...shop, customFraudVariable, ...(await ask?.(order)) }
  return { checkout: frame ? { ...checkout, useTopRedirection: true, multiPayment: false } : checkout }
}
