import { z } from 'zod'
import { retentionOptions } from '../retention'
import { alertOptions } from './alert-options'
import { checkoutOptions } from './checkout-options'
import { scriptOptions } from './script-options'

// Parsed once, at start, by `parseConfiguration`, which puts the path of a wrong key before its message: so a message
// says only what is wrong and, for keys that come from Craftgate, where the panel shows them.

const PANEL_API = 'Craftgate panel > Yönetim > API Anahtarları (panel.craftgate.io/manage/api-credentials)'
const PANEL_SETTINGS = 'Craftgate panel > Yönetim > Üye İşyeri Ayarları (panel.craftgate.io/manage/settings)'

/** Text of which one thing at most is wrong; what is missing is told as `absent`. */
const text = (absent: string, faultOf: (text: string) => string | undefined) =>
  z.string({ error: absent }).superRefine((given, context) => {
    const fault = faultOf(given)
    if (fault !== undefined) context.addIssue(fault)
  })

/** A key of Craftgate's panel: a blank or a line break came along when it was copied. */
const key = (where: string) =>
  text(`is missing; find it in ${where}`, (given) => {
    if (given === '') return `is empty; find it in ${where}`
    if (/^[\x21-\x7e]+$/.test(given)) return undefined
    return `has a blank, a line break or a letter that no key has; copy it again from ${where}`
  })

const absoluteUrl = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => `${input === undefined ? 'is missing; ' : ''}must be an absolute http(s) URL`,
  })
  .transform((url) => url.replace(/\/+$/, ''))

const LIVE_OR_NOT = "'live', 'sandbox', or the absolute http(s) URL of an emulator"

const RANDOM = 'use 32 or more random characters (openssl rand -base64 32)'

/** A secret that signs: long, and not typed by hand. */
export const signingSecret = text(`is missing; ${RANDOM}`, secretFault)

function secretFault(given: string): string | undefined {
  if (given.length < 32) return `is too short; ${RANDOM}`
  if (given !== given.trim()) return `begins or ends with a blank; ${RANDOM}`
  if (new Set(given).size < 8 || isRepeated(given)) return `is easily guessed; ${RANDOM}`
  return undefined
}

/** A list, or one text as an environment holds it: the newest first, separated by commas. */
export const secretsOf = (given: string | readonly string[]): readonly string[] =>
  typeof given === 'string' ? given.split(',') : given

/** For one secret, or a list of them. */
function secretsFault(given: unknown): string | undefined {
  if (given === undefined || (Array.isArray(given) && given.length === 0)) return `is missing; ${RANDOM}`
  const secrets: readonly unknown[] =
    typeof given === 'string' ? secretsOf(given) : Array.isArray(given) ? given : [given]
  if (!secrets.every((secret) => typeof secret === 'string'))
    return `must be text, or a list of texts; ${RANDOM}`
  const wrong = secrets.map(secretFault).find((fault) => fault !== undefined)
  return wrong && typeof given === 'string' && given.includes(',')
    ? `${wrong}; a comma begins another one`
    : wrong
}

/** True for one word written again and again. */
const isRepeated = (text: string): boolean => (text + text).indexOf(text, 1) < text.length

const REQUESTS = 'must be a whole number of 1 or more, or false'

export const BY_NAME =
  'under a name of yours: merchants: { main: { apiKey, secretKey, webhookKey, environment } }'

export const merchantOptions = z.strictObject(
  {
    /** Yönetim > API Anahtarları in Craftgate's panel. */
    apiKey: key(PANEL_API),
    /** Beside the API key. */
    secretKey: key(PANEL_API),
    /** Signs webhooks. Yönetim > Üye İşyeri Ayarları in Craftgate's panel. */
    webhookKey: key(`${PANEL_SETTINGS}, "Üye İşyeri Webhook Key"`),
    /** Signs 3D Secure and APM callbacks; the hosted page does not need it. */
    callbackKey: key(`${PANEL_SETTINGS}, "Üye İşyeri Callback Key"`).optional(),
    /** `live`, `sandbox`, or the address of an emulator. Never guessed: a sandbox takes orders for which nobody pays. */
    environment: z.union([z.enum(['live', 'sandbox']), absoluteUrl], {
      error: ({ input }) => `${input === undefined ? 'is missing; name' : 'must be'} ${LIVE_OR_NOT}`,
    }),
    /**
     * Name of this merchant's account in the shop's records. Set it to keep the records of a merchant whose name in these
     * options changes; without it it is the name and the environment.
     */
    account: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/, {
        error: 'must be letters, digits, colon, dot, dash or underscore, at most 64',
      })
      .optional(),
    ...scriptOptions,
  },
  {
    error: ({ code }) => (code === 'invalid_type' ? `must be the keys of a merchant, ${BY_NAME}` : undefined),
  },
)

/** Milliseconds that a call to Craftgate may take, its repetitions and waits included. */
export const deadlineOptions = z.strictObject({
  /** For a call that only reads. */
  readMs: z.int().min(100).default(10_000),
  /** For a call that opens something a shopper goes on with. */
  startMs: z.int().min(100).default(15_000),
  /** For a call that moves money; banks are slow. */
  moneyMs: z.int().min(100).default(60_000),
})

/** The newest first: that one signs, all of them are accepted. */
export type SecretList = readonly [string, ...string[]]

const ZONE = 'must be the IANA name of a time zone, e.g. Europe/Istanbul'

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

export const craftgateOptions = z.strictObject({
  /** Where the shopper's browser and Craftgate reach this server. */
  publicUrl: absoluteUrl,
  /** Path below publicUrl where the adapter mounts pay, callback and webhook. */
  basePath: z
    .string()
    .regex(/^\/[a-z0-9/_-]*[a-z0-9]$/i, { error: "must start with '/' and not end with one" })
    .default('/craftgate'),
  /**
   * Signs pay links. To change it without breaking links in use, give a list, or one text with commas: the first one signs, all of
   * them are accepted;
   * the old one may go after the longest time that a link is used.
   */
  linkSecret: z
    .custom<string | SecretList>((given) => secretsFault(given) === undefined, {
      error: ({ input }) => secretsFault(input),
      abort: false,
    })
    .transform((given) => secretsOf(given) as SecretList),
  /** Credentials by name. The adapter decides which name a sale uses (channel, region …). */
  merchants: z
    .record(z.string(), merchantOptions, {
      error: ({ input }) =>
        `${input === undefined ? 'is missing; write' : 'must be'} the keys of each, ${BY_NAME}`,
    })
    .refine((all) => Object.keys(all).length > 0, { error: 'is empty; name at least one' })
    .superRefine((all, context) => {
      const named = Object.values(all).flatMap(({ account }) => (account === undefined ? [] : [account]))
      const twice = named.find((account, index) => named.indexOf(account) !== index)
      if (twice === undefined) return
      context.addIssue(`two have the account '${twice}'; payments of one could not be told from the other's`)
    }),
  /** Origins that a shopper may be sent to after paying, e.g. https://shop.example.com */
  returnOrigins: z
    .array(
      absoluteUrl.transform((url) => new URL(url).origin),
      { error: 'is missing; name the origin of your storefront' },
    )
    .min(1, { error: 'is empty; name the origin of your storefront' }),
  /** Of the payment page, or a function that says what is different for an order. */
  checkout: checkoutOptions,
  /** Money that no order can take any more: give it back, or keep it and leave the decision to the merchant. */
  unexpectedPayments: z.enum(['refund', 'keep']).default('refund'),
  /** A partial refund gives back the same share of the instalment interest, or the price only. */
  partialRefunds: z.enum(['proportional', 'price']).default('proportional'),
  /**
   * Closed-loop wallets of the shop's customers at Craftgate; absent: they have none. A customer who is logged in pays from
   * his on the hosted page.
   */
  wallets: z
    .strictObject({
      /**
       * Names this shop among those that share a Craftgate account, in the id of each customer there: a shop that changes it
       * has other members, and its customers other wallets.
       */
      shop: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
        error: 'must be small letters, digits and dashes, at most 40, and may never change',
      }),
    })
    .optional(),
  /** Of a marketplace: the shop pays a refund where the seller's balance at Craftgate is too small, unless the refund says otherwise. */
  chargeRefundsFromMe: z.boolean().default(false),
  /** What needs attention is told by a webhook, a function, and the platform's own events; absent: it is shown only. */
  alerts: alertOptions.optional(),
  /** How long the shop keeps what core wrote. */
  retention: retentionOptions.prefault({}),
  /** After this an attempt is asked about for the first time; later checks back off (`checkout/schedule.ts`). */
  reconcileAfterSeconds: z.int().min(0).default(120),
  /**
   * How often in a minute one client address may open pay links and come back from paying, after twice as many at once; of
   * what a record answers without Craftgate it may as much as it likes. More is answered with 429; a payment is not lost by
   * that, because the scheduled checks find it. `false` switches the limit off. Loopback and private addresses, and clients
   * whose address the framework does not tell, are not limited.
   */
  requestsPerMinute: z
    .union([z.literal(false), z.int().min(1, { error: REQUESTS })], { error: REQUESTS })
    .default(60),
  /** How long calls to Craftgate may take. */
  deadlines: deadlineOptions.prefault({}),
  /** Whose days the merchant's figures are counted by. */
  timeZone: z.string({ error: ZONE }).refine(isTimeZone, { error: ZONE }).default('Europe/Istanbul'),
})

export type CraftgateOptions = z.input<typeof craftgateOptions>
export type ParsedOptions = z.output<typeof craftgateOptions>
export type Deadlines = Readonly<z.output<typeof deadlineOptions>>
export type MerchantOptions = z.output<typeof merchantOptions>
