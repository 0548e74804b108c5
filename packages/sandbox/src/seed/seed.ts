import { z } from 'zod'
import { PAGE_METHOD_NAMES } from '../engine/methods/methods'
import type { MerchantPos } from '../engine/pos/merchant-pos'
import { DEFAULT_POSES } from './default-poses'
import { fraudRule } from './fraud-rule'
import { type SeedPos, seedPos } from './seed-pos'

const text = z.string().trim().min(1)

/** The IBAN of the official samples. */
const SAMPLE_IBAN = 'TR930006701000000001111111'

/** Somebody whom the merchant registered at Craftgate. */
const member = z.strictObject({
  id: z.number().int().positive(),
  name: text,
  isBuyer: z.boolean().default(true),
  isSubMerchant: z.boolean().default(false),
  /** A seller's money goes to his IBAN, or into his wallet. */
  settlementEarningsDestination: z.enum(['IBAN', 'WALLET']).default('IBAN'),
  iban: text.default(SAMPLE_IBAN),
  /** Days that a seller's money is blocked where the item of a payment says nothing else. */
  settlementDelayCount: z.number().int().nonnegative().optional(),
  /** How far a refund after the payout may take a seller below zero, as decimal text in lira. */
  maximumNegativeBalance: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .default('0'),
  hasWallet: z.boolean().default(false),
  /** What the wallet holds at the start, as decimal text in lira. */
  walletBalance: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .default('0'),
})

/** The members that the official samples name. */
const DEFAULT_MEMBERS = [
  { id: 1, name: 'Zeytin Dalı Gıda', isSubMerchant: true, hasWallet: true },
  { id: 2, name: 'Bakır Atölyesi', isSubMerchant: true },
  { id: 3, name: 'Defter ve Kalem', isSubMerchant: true },
]

const merchant = z.strictObject({
  name: text,
  /**
   * "Wallets cannot be used in marketplaces" (wallet), and sellers exist in marketplaces only (marketplace). ANY, which
   * Craftgate does not have, takes both: the official samples ask for both with the same keys.
   */
  type: z.enum(['STANDARD', 'MARKETPLACE', 'ANY']).default('ANY'),
  apiKey: text,
  secretKey: text,
  /** More key pairs of the same merchant, as while its keys are being changed. `apiKey` stays its name here. */
  furtherKeys: z.array(z.strictObject({ apiKey: text, secretKey: text })).default([]),
  callbackKey: text.default('merchantCallbackKeySandbox'),
  /** Without it the merchant gets a random key of its own at the first start. */
  webhookKey: text.optional(),
  webhookUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Where the merchant's series of ids starts; by default a million apart, so that two merchants' ids never meet. */
  firstId: z.number().int().positive().optional(),
  /** How long a payment may stay WAITING for its money, as a bank transfer does. */
  waitingPaymentDays: z.number().positive().default(7),
  /** FULL_THREEDS takes mdStatus 1 only; HALF_THREEDS also 2, 3 and 4. */
  threeDSVerification: z.enum(['FULL_THREEDS', 'HALF_THREEDS']).default('FULL_THREEDS'),
  /** The ways to pay that are open for this merchant; the hosted page shows no other. */
  paymentMethods: z.array(z.enum(PAGE_METHOD_NAMES)).default(() => [...PAGE_METHOD_NAMES]),
  /** The merchant's fraud rules; lists that they name are filled by the API. */
  fraudRules: z.array(fraudRule).default([]),
  /** "If daily reports are active for your account" (reports/daily-payment-report). */
  dailyReports: z.boolean().default(true),
  /** Where the bank pays the merchant's own share of a marketplace's sales. */
  iban: text.default(SAMPLE_IBAN),
  /** Sellers of a marketplace, and buyers with a wallet. */
  members: z.array(member).default(() => z.array(member).parse(DEFAULT_MEMBERS)),
  poses: z
    .array(seedPos)
    .min(1)
    .default(() => z.array(seedPos).parse(DEFAULT_POSES)),
})

/** Keys of the merchant that exists when no seed is given. */
const DEFAULT_MERCHANT = {
  name: 'Deneme Mağazası',
  apiKey: 'sandbox-api-key',
  secretKey: 'sandbox-secret-key',
}

const seedSchema = z.strictObject({
  merchants: z
    .array(merchant)
    .min(1)
    .default(() => [merchant.parse(DEFAULT_MERCHANT)]),
})

/** What a seed file or object may say; everything has a default. */
export type SeedInput = z.input<typeof seedSchema>
export type Seed = z.output<typeof seedSchema>
/** A merchant of a running sandbox, whose POSes the API may change. */
export interface Merchant extends Omit<z.output<typeof merchant>, 'poses' | 'webhookKey'> {
  readonly webhookKey: string
  /** In the order in which the routing tries them. */
  poses: MerchantPos[]
  /** What a reset goes back to. */
  readonly seedPoses: readonly SeedPos[]
}
export type SeedMember = z.output<typeof member>
export type Pos = MerchantPos

/** Checks a seed. Throws an Error with one line that names the field. */
export function parseSeed(input: unknown): Seed {
  const result = seedSchema.safeParse(input ?? {})
  if (!result.success) throw new Error(`Seed: ${firstIssue(result.error)}`)
  const keys = result.data.merchants.flatMap((one) => [one, ...one.furtherKeys].map(({ apiKey }) => apiKey))
  if (new Set(keys).size !== keys.length) throw new Error('Seed: two merchants have the same apiKey')
  return result.data
}

/** The same check for a seed of unknown origin; returns it as it came. Throws like `parseSeed`. */
export function checkSeed(input: unknown): SeedInput {
  parseSeed(input)
  return input as SeedInput
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || '(root)'}: ${issue.message}` : 'is not valid'
}
