import { fromDecimal, type Money } from '@craftgate-commerce/core'
import { InvalidMoneyError, isCurrency, z } from '@craftgate-commerce/core/adapter'
import type { TransactionKind } from '../transactions/transaction-sessions'

// The fields that Shopify's session requests share (shopify.dev/docs/apps/build/payments/request-reference).

/** Letters, digits and what Craftgate takes in an externalId. */
const SESSION_ID = /^[A-Za-z0-9_][\w.:-]{0,199}$/

export const sessionId = z.string().regex(SESSION_ID, { error: 'must be the id of a Shopify session' })

const gidOf = (type: string) =>
  z.string().regex(new RegExp(`^gid://shopify/${type}/\\P{Cc}{1,300}$`, 'u'), {
    error: `must be the gid of a ${type}`,
  })

/** An IETF language tag. */
const locale = z.string().regex(/^\P{Cc}{2,35}$/u)

/** A moment that cannot be read is none: nothing depends on it. */
const moment = z
  .string()
  .nullish()
  .transform((text) => (text && !Number.isNaN(Date.parse(text)) ? new Date(text) : null))

const amountFields = {
  amount: z.string({ error: 'must be a decimal text like "123.00"' }),
  currency: z.string(),
}

interface Amount {
  readonly amount: string
  readonly currency: string
}

/** Reads amount and currency together, because the currency says how many decimals there are. */
function amountOf({ amount, currency }: Amount, context: z.RefinementCtx): Money {
  const refuse = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message })
    return z.NEVER
  }
  if (!isCurrency(currency)) return refuse('currency', `${currency.slice(0, 8)} is not charged by Craftgate`)
  try {
    const money = fromDecimal(amount, currency)
    return money.minor > 0 ? money : refuse('amount', 'must be more than zero')
  } catch (error) {
    return refuse('amount', error instanceof InvalidMoneyError ? error.message : 'is no amount')
  }
}

/** What cannot be read of a person is left out: the payment does not depend on it. */
const contact = z
  .string()
  .max(320)
  .transform((text) => text.replaceAll('\0', ''))
  .nullish()
  .catch(undefined)

const paymentShape = z.object({
  id: sessionId,
  gid: gidOf('PaymentSession'),
  group: z
    .string()
    .regex(/^\P{Cc}{1,255}$/u, { error: 'must be 1 to 255 characters, none of them a control character' }),
  ...amountFields,
  test: z.boolean(),
  merchant_locale: locale,
  kind: z.enum(['sale', 'authorization']),
  proposed_at: moment,
  payment_method: z.object({ data: z.object({ cancel_url: z.string().optional() }).nullish() }).nullish(),
  /** Where older versions and Shopify's own template have it. */
  cancel_url: z.string().optional(),
  customer: z
    .object({ email: contact, phone_number: contact, locale: locale.nullish().catch(undefined) })
    .nullish(),
})

/** Http is for an emulator only. A URL may be read although it holds a NUL, which no database takes. */
function isShopAddress(text: string, allowHttp: boolean): boolean {
  if (text.includes('\0') || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'https:' || (allowHttp && protocol === 'http:')) && !username && !password
}

/** What Shopify asks an offsite app to be paid; money in minor units. */
export const paymentRequest = ({ allowHttp }: { readonly allowHttp: boolean }) =>
  paymentShape.transform((body, context) => {
    const cancelUrl = body.payment_method?.data?.cancel_url ?? body.cancel_url ?? ''
    if (!isShopAddress(cancelUrl, allowHttp)) {
      const path = ['payment_method', 'data', 'cancel_url']
      context.addIssue({ code: 'custom', path, message: 'must be an https URL of the shop' })
      return z.NEVER
    }
    return {
      id: body.id,
      gid: body.gid,
      group: body.group,
      money: amountOf(body, context),
      test: body.test,
      merchantLocale: body.merchant_locale,
      phase: body.kind === 'authorization' ? ('PRE_AUTH' as const) : ('AUTH' as const),
      proposedAt: body.proposed_at,
      cancelUrl,
      buyerLocale: body.customer?.locale ?? null,
      contact: {
        email: body.customer?.email ?? undefined,
        phone: body.customer?.phone_number ?? undefined,
      },
    }
  })

export type PaymentRequest = z.output<ReturnType<typeof paymentRequest>>

/** What Shopify asks for a payment that it knows. */
export interface TransactionRequest {
  readonly id: string
  readonly gid: string
  /** The payment session, also when what is refunded was captured later. */
  readonly paymentSessionId: string
  readonly test: boolean
  readonly merchantLocale: string
  readonly proposedAt: Date | null
  /** Absent for a void. */
  readonly money: Money | undefined
}

const shared = {
  id: sessionId,
  payment_id: sessionId,
  test: z.boolean(),
  merchant_locale: locale,
  proposed_at: moment,
}

const sharedOf = (body: z.output<z.ZodObject<typeof shared>> & { readonly gid: string }) => ({
  id: body.id,
  gid: body.gid,
  paymentSessionId: body.payment_id,
  test: body.test,
  merchantLocale: body.merchant_locale,
  proposedAt: body.proposed_at,
})

const withAmount = (type: string): z.ZodType<TransactionRequest> =>
  z
    .object({ ...shared, gid: gidOf(type), ...amountFields })
    .transform((body, context) => ({ ...sharedOf(body), money: amountOf(body, context) }))

export const TRANSACTION_REQUESTS: Readonly<Record<TransactionKind, z.ZodType<TransactionRequest>>> = {
  refund: withAmount('RefundSession'),
  capture: withAmount('CaptureSession'),
  void: z
    .object({ ...shared, gid: gidOf('VoidSession') })
    .transform((body) => ({ ...sharedOf(body), money: undefined })),
}
