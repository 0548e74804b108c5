import {
  checkoutOptions,
  craftgateOptions,
  parseConfiguration,
  retentionOptions,
  signingSecret,
  z,
} from '@craftgate-commerce/core/adapter'
import proxyAddr from 'proxy-addr'
import { POOL_SIZE } from '../database'
import { Keyring } from '../secrets'

// Read once, at start. The path of an issue says which key is wrong, its message how to mend it; none repeats a value.

const PARTNERS = 'Shopify Partners > Apps > your app > Client credentials'
const DAY_SECONDS = 86_400
const DATABASE = 'the address of a PostgreSQL database: postgres://user:password@host:5432/name'

const filled = (where: string) =>
  z
    .string({ error: `is missing; ${where}` })
    .trim()
    .min(1, { error: `is empty; ${where}` })

const address = z
  .url({ protocol: /^https?$/, error: 'must be an absolute http(s) URL' })
  .transform((url) => url.replace(/\/+$/, ''))

const whole = (error: string) => z.coerce.number({ error }).int({ error })

function wholeBetween(least: number, most: number, what: string) {
  const error = `must be ${what}, ${least} to ${most}`
  return whole(error).min(least, { error }).max(most, { error })
}

const port = wholeBetween(0, 65_535, 'a port number')

const DEADLINE = 'must be a number of milliseconds, 100 or more'
const deadline = whole(DEADLINE).min(100, { error: DEADLINE })

const SCALE = 'must be a number above 0 and at most 1'
const scale = z.coerce.number({ error: SCALE }).positive({ error: SCALE }).max(1, { error: SCALE })

/** One secret, or several separated by commas, the newest first: that one signs, all of them are accepted. */
const secretList = <Secret extends z.ZodType<string>>(one: Secret) =>
  z.preprocess(
    (text) => (typeof text === 'string' ? text.split(',').map((part) => part.trim()) : [text]),
    z.tuple([one], one),
  )

const onOrOff = z.boolean({ error: 'must be true or false' })

const proxyAddresses = z.array(z.string()).superRefine((list, context) => {
  const refuse = (index: number) =>
    context.addIssue({
      code: 'custom',
      message: `entry ${index + 1} must be an IP address or a subnet such as 10.0.0.0/8`,
    })
  for (const [index, one] of list.entries()) if (!isProxyAddress(one)) refuse(index)
})

const mailAddress = z.email({ error: 'must be a mail address: alerts@example.com' }).max(254)

const keyring = z
  .string({ error: 'is missing; write id:base64, with the base64 of: openssl rand -base64 32' })
  .transform((text, context) => {
    try {
      return Keyring.parse(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'wrong' })
      return z.NEVER
    }
  })

const certificateFiles = {
  /** PEM file of the roots and intermediates that Shopify's client certificate is checked against. Read anew when it changes. */
  caFile: filled("save Shopify's Payments Platform CA bundle to a file and name it here"),
  /** The server certificate of the session address, and its key. */
  certificateFile: filled('name the PEM file of the server certificate'),
  /** The key of that certificate. */
  keyFile: filled("name the PEM file of the server certificate's key"),
  /** Of the session address. */
  port,
}

const mtls = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({
      /** Who checks Shopify's client certificate; `off` and `emulator` are for development. */
      mode: z.literal('direct'),
      ...certificateFiles,
    }),
    z.strictObject({ mode: z.literal('emulator'), ...certificateFiles }),
    z.strictObject({
      mode: z.literal('proxy'),
      /** Sent by the proxy in `x-proxy-secret`, so that nobody who reaches the port can play the proxy. */
      secret: signingSecret,
      /** Addresses or subnets of the proxy. */
      proxies: proxyAddresses.min(1, { error: 'is empty; name the addresses of your proxy' }),
    }),
    z.strictObject({ mode: z.literal('off') }),
  ],
  { error: "must be 'direct', 'proxy', 'emulator' or 'off'" },
)

export const appOptions = z
  .strictObject({
    /** Where shoppers, merchants and Craftgate reach this app. */
    publicUrl: address.refine((url) => new URL(url).pathname === '/', {
      error: 'must have no path: give the app a host name of its own',
    }),
    /** Of the public address. */
    port,
    /** The interface that both addresses listen on; without it all of them. */
    host: z.string().trim().min(1).optional(),
    /** PostgreSQL, 13 or newer. */
    databaseUrl: filled(DATABASE).regex(/^postgres(?:ql)?:\/\/\S+$/, { error: `must be ${DATABASE}` }),
    /** Connections of this process to the database. */
    pools: z
      .strictObject({
        /** Of requests and of the work of jobs; a third of them may hold the lock of a payment while a bank answers. */
        app: wholeBetween(4, 200, 'a number of connections').default(POOL_SIZE),
        /** Of the job queue itself. */
        jobs: wholeBetween(1, 50, 'a number of connections').default(3),
      })
      .prefault({}),
    /** How long it says that it is not ready before it takes no more connections. */
    shutdownDelaySeconds: wholeBetween(0, 300, 'a number of seconds').default(0),
    shopify: z.strictObject({
      /** Client id of the app in Shopify Partners. */
      apiKey: filled(PARTNERS),
      /** The newest first, separated by commas. The first one asks for tokens; webhooks and logins of all are accepted. */
      apiSecretKey: secretList(filled(PARTNERS)),
      /** Plays every shop, at `{emulator}/{shop}`; refused in production. */
      emulator: address.optional(),
      /** Milliseconds for one mutation. */
      deadlineMs: deadline.default(10_000),
    }),
    craftgate: z
      .strictObject({
        /** Plays Craftgate for both modes; refused in production. */
        emulator: address.optional(),
      })
      .prefault({}),
    mtls,
    /** Signs links and cookies. The newest first, separated by commas: the first one signs, all of them are accepted. */
    appSecret: secretList(signingSecret),
    /** Seals tokens and keys: `id:base64 of 32 bytes`, separated by commas; the first one writes, all of them read. */
    encryptionKeys: keyring,
    /** Addresses or subnets of proxies whose X-Forwarded-For is believed. */
    trustedProxies: proxyAddresses.default([]),
    /** Shortens the delays between attempts to reach Shopify, for tests. */
    retryScale: scale.default(1),
    /** Once a minute: asks Craftgate about what no notification reported, and requeues attempts that were lost with their process. */
    reconcileJob: onOrOff.default(true),
    /** After this Craftgate is asked about an attempt for the first time. */
    reconcileAfterSeconds: wholeBetween(0, DAY_SECONDS, 'a number of seconds').default(120),
    /** What one address may ask of each shop in a minute; see core's option. */
    requestsPerMinute: craftgateOptions.shape.requestsPerMinute,
    /** Of every shop's payment page; see core's options. */
    checkout: checkoutOptions.refine(({ cardEntry }) => cardEntry === 'hosted', {
      path: ['cardEntry'],
      error:
        "must be 'hosted': Shopify lets card numbers pass an app by its credit card extension only, and this one redirects",
    }),
    /** Who is told of what needs attention: see core's options. */
    alerts: craftgateOptions.shape.alerts,
    /** Sends the alerts of shops that named a mail address; without it they name webhooks only. */
    alertMail: z
      .strictObject({
        /** smtps://user:password@smtp.example.com, or smtp:// with STARTTLS, which is asked for in production. */
        server: z.url({ protocol: /^smtps?$/, error: 'must be smtps://user:password@host:port, or smtp://' }),
        /** Whom they come from. */
        from: mailAddress,
      })
      .optional(),
    /** How long records are kept. */
    retention: retentionOptions
      .extend({
        /** A shopper's e-mail, phone and way back to the shop, after the payment began. Fraud rules look at them once. */
        contactDays: retentionOptions.shape.webhookDays.unwrap().default(90),
      })
      .prefault({}),
    /** Also runs jobs; false for a server that only answers requests. */
    worker: onOrOff.default(true),
    production: z.boolean().default(false),
  })
  .superRefine((options, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const sessionPort = 'port' in options.mtls ? options.mtls.port : 0
    if (sessionPort !== 0 && sessionPort === options.port)
      refuse(['mtls', 'port'], 'must be another port than that of the public address')
    if (!options.production) return
    const { shopify, craftgate, mtls, publicUrl, retryScale } = options
    if (shopify.emulator) refuse(['shopify', 'emulator'], 'must be absent in production')
    if (craftgate.emulator) refuse(['craftgate', 'emulator'], 'must be absent in production')
    if (mtls.mode === 'off' || mtls.mode === 'emulator')
      refuse(
        ['mtls', 'mode'],
        `'${mtls.mode}' lets anybody play Shopify; use 'direct' or 'proxy' in production`,
      )
    if (publicUrl.startsWith('http://')) refuse(['publicUrl'], 'must begin with https:// in production')
    if (retryScale !== 1) refuse(['retryScale'], 'must be 1 in production')
  })

export type AppOptionsInput = z.input<typeof appOptions>
export type AppOptions = z.output<typeof appOptions>
export type MtlsOptions = AppOptions['mtls']

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseAppOptions = (input: unknown): AppOptions => parseConfiguration(appOptions, input)

/** An address or a subnet, or one of proxy-addr's names for some (`loopback`, `uniquelocal`), as it reads them later. */
function isProxyAddress(text: string): boolean {
  try {
    proxyAddr.compile(text)
    return true
  } catch {
    return false
  }
}

/** Where a shop answers: https://zerdali.myshopify.com, or its place below the emulator. Only for checked shop domains. */
export const shopAddress =
  ({ shopify }: Pick<AppOptions, 'shopify'>) =>
  (shop: string): string =>
    shopify.emulator === undefined ? `https://${shop}` : `${shopify.emulator}/${shop}`
