import { z } from 'zod'
import { CURRENCIES, toMinor } from '../money/minor'

/** A percentage such as 4.25 or "4.25", kept as ten-thousandths of a percent. */
const rate = z.union([z.number(), z.string()]).transform((value, context) => {
  const scaled = toMinor(value, 4)
  if (scaled !== undefined && scaled >= 0) return scaled
  context.addIssue({ code: 'custom', message: 'must be a percentage with at most 4 decimals, e.g. 4.25' })
  return z.NEVER
})

const text = z.string().trim().min(1)
const currency = z.enum(CURRENCIES)

const commission = z.strictObject({
  installment: z.number().int().min(1).max(12),
  /** Percent of the amount that the bank keeps. */
  bankRate: rate.default(0),
  /** Where the bank keeps another part of some kind of card. */
  rates: z
    .strictObject({
      bankOnUsCreditCardCommissionRate: rate.optional(),
      bankNotOnUsCreditCardCommissionRate: rate.optional(),
      bankOnUsDebitCardCommissionRate: rate.optional(),
      bankNotOnUsDebitCardCommissionRate: rate.optional(),
      bankForeignCardCommissionRate: rate.optional(),
    })
    .optional(),
  /** Percent that the shopper pays on top. */
  merchantRate: rate.default(0),
  /** Days until the bank pays it out. */
  blockageDay: z.number().int().nonnegative().optional(),
})

/** A merchant's virtual POS at a bank. */
export const seedPos = z.strictObject({
  alias: text,
  name: text,
  bank: text,
  /** AUTOPILOT: Craftgate takes it out of the routing while its bank is out of order. */
  status: z.enum(['ACTIVE', 'PASSIVE', 'REFUND_ONLY', 'AUTOPILOT']).default('ACTIVE'),
  currencies: z.array(currency).min(1).default(['TRY']),
  /** Card families that may pay in instalments here. */
  cardBrands: z.array(text).default([]),
  commissions: z.array(commission).default([{ installment: 1, bankRate: 0, merchantRate: 0 }]),
  /** How far a post-auth may be from the pre-authorized amount, in percent; Craftgate's own limit is 50. */
  marginPercent: z.number().int().min(0).max(50).default(15),
  /** How long the bank keeps a pre-authorization that is not captured. */
  preAuthDays: z.number().int().positive().default(30),
  threeDSModel: z.enum(['3D', '3DPAY']).default('3D'),
  /** What 3ds-init answers with: a page for the merchant to show, with its address beside it, or the address alone. */
  threeDSEntry: z.enum(['html', 'redirect']).default('html'),
  /** False plays the law: a Turkish POS takes no foreign currency from a domestic card. */
  domesticCardsInForeignCurrency: z.boolean().default(false),
  /** The bank takes no payment of a client address that is not IPv4. */
  requiresIPv4: z.boolean().default(true),
  foreignCards: z.boolean().default(true),
  force3dsForDebitCards: z.boolean().default(false),
})

export type SeedPos = z.output<typeof seedPos>
