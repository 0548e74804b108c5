import { fromDecimal, InvalidMoneyError, isCurrency, type Money, z } from '@craftgate-commerce/core'

// The fields that Shopify's session requests share (shopify.dev/docs/apps/build/payments/request-reference).

/** Letters, digits and what Craftgate takes in an externalId. */
const SESSION_ID = /^[A-Za-z0-9_][\w.:-]{0,199}$/

export const sessionId = z.string().regex(SESSION_ID, { error: 'must be the id of a Shopify session' })

export const gidOf = (type: string) =>
  z.string().regex(new RegExp(`^gid://shopify/${type}/\\P{Cc}{1,300}$`, 'u'), {
    error: `must be the gid of a ${type}`,
  })

/** An IETF language tag. */
export const locale = z.string().regex(/^\P{Cc}{2,35}$/u)

/** A moment that cannot be read is none: nothing depends on it. */
export const moment = z
  .string()
  .nullish()
  .transform((text) => (text && !Number.isNaN(Date.parse(text)) ? new Date(text) : null))

export const amountFields = {
  amount: z.string({ error: 'must be a decimal text like "123.00"' }),
  currency: z.string(),
}

interface Amount {
  readonly amount: string
  readonly currency: string
}

/** Reads amount and currency together, because the currency says how many decimals there are. */
export function amountOf({ amount, currency }: Amount, context: z.RefinementCtx): Money {
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
