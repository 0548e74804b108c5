// What an attempt charges a card with by API. It is kept in the attempt's record, because the answer is compared with it.
import { z } from 'zod'
import type { CheckoutRecord } from '../platform'

type Context = CheckoutRecord['context']

/** Amounts are minor units of the sale's currency. */
export interface Charge {
  /** With the interest of the instalments. */
  readonly paidPrice: number
  readonly installment: number
  /** The part of paidPrice that points of the card pay. */
  readonly points?: number
  /** Of a charge without 3D Secure, which takes the money at once: when it was sent (ISO 8601). */
  readonly sentAt?: string
  /** When Craftgate was first asked about such a charge and did not know it (`lost-request.ts`). */
  readonly notFoundAt?: string
}

const shape = z.object({
  paidPrice: z.int(),
  installment: z.int(),
  points: z.int().optional(),
  sentAt: z.string().optional(),
  notFoundAt: z.string().optional(),
})

export const withCharge = (context: Context, charge: Charge): Context => ({
  ...context,
  charge: JSON.stringify(charge),
})

export function withoutCharge({ charge: _charge, ...context }: Context): Context {
  return context
}

/** Undefined for an attempt that charges no card by API. */
export function chargeOf({ context }: { readonly context?: Context }): Charge | undefined {
  if (context?.charge === undefined) return undefined
  return shape.parse(JSON.parse(context.charge))
}
