import { z } from 'zod'
import { CraftgateError } from './errors'
import { retentionOptions } from './retention'

// Parsed once, at start. Every message says which key is wrong and, for keys that come from Craftgate, where the
// panel shows them.

const PANEL_API = 'Craftgate panel > Yönetim > API Anahtarları (panel.craftgate.io/manage/api-credentials)'
const PANEL_SETTINGS = 'Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings)'

const key = (what: string, where: string) =>
  z
    .string({ error: `${what} is missing; find it in ${where}` })
    .trim()
    .min(1, { error: `${what} is empty; find it in ${where}` })

const absoluteUrl = (what: string) =>
  z
    .url({ protocol: /^https?$/, error: `${what} must be an absolute http(s) URL` })
    .transform((url) => url.replace(/\/+$/, ''))

export const merchantOptions = z.strictObject({
  apiKey: key('apiKey', PANEL_API),
  secretKey: key('secretKey', PANEL_API),
  /** Signs webhooks. */
  webhookKey: key('webhookKey', `${PANEL_SETTINGS}, "Üye İşyeri Webhook Key"`),
  /** Signs 3D Secure and APM callbacks; the hosted page does not need it. */
  callbackKey: key('callbackKey', `${PANEL_SETTINGS}, "Üye İşyeri Callback Key"`).optional(),
  /** `live`, `sandbox`, or the address of an emulator. */
  environment: z
    .union([z.enum(['live', 'sandbox']), absoluteUrl('environment')], {
      error: "environment must be 'live', 'sandbox' or an absolute http(s) URL",
    })
    .default('sandbox'),
  /**
   * Name of this merchant's account in the shop's records. Set it to keep the records of a merchant whose name in these
   * options changes; without it it is the name and the environment.
   */
  account: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/, {
      error: 'account must be letters, digits, colon, dot, dash or underscore, at most 64',
    })
    .optional(),
})

/** Milliseconds that a call to Craftgate may take, its repetitions and waits included. */
export const deadlineOptions = z.strictObject({
  /** For a call that only reads. */
  readMs: z.int().min(100).default(10_000),
  /** For a call that opens something a shopper goes on with. */
  startMs: z.int().min(100).default(15_000),
  /** For a call that moves money; banks are slow. */
  moneyMs: z.int().min(100).default(60_000),
})

const linkSecret = z.string().min(32, { error: 'linkSecret is too short; use 32 or more random characters' })

/** The newest first: that one signs, all of them are accepted. */
export type SecretList = readonly [string, ...string[]]

export const craftgateOptions = z.strictObject({
  /** Where the shopper's browser and Craftgate reach this server. */
  publicUrl: absoluteUrl('publicUrl'),
  /** Path below publicUrl where the adapter mounts pay, callback and webhook. */
  basePath: z
    .string()
    .regex(/^\/[a-z0-9/_-]*[a-z0-9]$/i, { error: "basePath must start with '/' and not end with one" })
    .default('/craftgate'),
  /**
   * Signs pay links. To change it without breaking links in use, give a list: the first one signs, all of them are accepted;
   * the old one may go after the longest time that a link is used.
   */
  linkSecret: z
    .union([linkSecret, z.tuple([linkSecret], linkSecret)], {
      error: (issue) =>
        issue.input === undefined
          ? 'linkSecret is missing; use 32 or more random characters'
          : 'linkSecret must be 32 or more random characters, or a list of such, the newest first',
    })
    .transform((given): SecretList => (typeof given === 'string' ? [given] : given)),
  /** Credentials by name. The adapter decides which name a sale uses (channel, region …). */
  merchants: z
    .record(z.string(), merchantOptions)
    .refine((all) => Object.keys(all).length > 0, { error: 'merchants is empty; name at least one' })
    .superRefine((all, context) => {
      const named = Object.values(all).flatMap(({ account }) => (account === undefined ? [] : [account]))
      const twice = named.find((account, index) => named.indexOf(account) !== index)
      if (twice === undefined) return
      context.addIssue(`two have the account '${twice}'; payments of one could not be told from the other's`)
    }),
  /** Origins that a shopper may be sent to after paying, e.g. https://shop.example.com */
  returnOrigins: z
    .array(
      absoluteUrl('returnOrigins').transform((url) => new URL(url).origin),
      { error: 'returnOrigins is missing; name the origin of your storefront' },
    )
    .min(1, { error: 'returnOrigins is empty; name the origin of your storefront' }),
  checkout: z
    .strictObject({
      /** Minutes that a hosted page stays payable. */
      ttlMinutes: z
        .int()
        .min(1)
        .max(24 * 60)
        .default(30),
      enabledInstallments: z.array(z.int().min(1).max(36)).optional(),
      enabledPaymentMethods: z.array(z.string()).optional(),
      allowOnlyCreditCard: z.boolean().optional(),
      forceThreeDS: z.boolean().optional(),
      paymentChannel: z.string().optional(),
      paymentGroup: z.enum(['PRODUCT', 'LISTING_OR_SUBSCRIPTION']).default('PRODUCT'),
      /**
       * Craftgate stores the card of every shopper who has an account, so that the next payment needs no typing. Tell them
       * so: it is their consent that you need. Without it the page asks shoppers whose cards are stored already.
       */
      alwaysStoreCard: z.boolean().default(false),
      animatedCard: z.boolean().default(false),
    })
    .prefault({}),
  /** Money that no order can take any more: give it back, or keep it and leave the decision to the merchant. */
  unexpectedPayments: z.enum(['refund', 'keep']).default('refund'),
  /** A partial refund gives back the same share of the instalment interest, or the price only. */
  partialRefunds: z.enum(['proportional', 'price']).default('proportional'),
  /** How long the shop keeps what core wrote. */
  retention: retentionOptions.prefault({}),
  /** After this an attempt is asked about for the first time; later checks back off (`checkout/schedule.ts`). */
  reconcileAfterSeconds: z.int().min(0).default(120),
  deadlines: deadlineOptions.prefault({}),
})

export type CraftgateOptions = z.input<typeof craftgateOptions>
export type ParsedOptions = z.output<typeof craftgateOptions>
export type Deadlines = Readonly<z.output<typeof deadlineOptions>>
export type MerchantOptions = z.output<typeof merchantOptions>

const lineOf = (issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
  issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`

/**
 * Checks the options once, at start. Throws a CraftgateError of kind `configuration` whose message has one line
 * for each wrong key; it never repeats a value, because the value may be a secret.
 */
export function parseOptions(options: CraftgateOptions): ParsedOptions {
  return parseConfiguration(craftgateOptions, options)
}

/** The same promise for an adapter that adds keys of its own to these options. */
export function parseConfiguration<Schema extends z.ZodType>(
  schema: Schema,
  options: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(lineOf)
  throw new CraftgateError({
    kind: 'configuration',
    code: 'bad-options',
    message: `Craftgate options are wrong:\n${lines.map((line) => `- ${line}`).join('\n')}`,
    retry: 'no',
    merchantMessage: {
      tr: `Craftgate ayarları hatalı: ${lines.join('; ')}`,
      en: `Craftgate settings are wrong: ${lines.join('; ')}`,
    },
  })
}
