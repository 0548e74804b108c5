import { parseConfiguration, z } from '@craftgate-commerce/core'
import { Keyring } from '../secrets'

// Read once, at start. Every message says which key is wrong and how to mend it; none repeats a value.

const PARTNERS = 'Shopify Partners > Apps > your app > Client credentials'
const DAY_SECONDS = 86_400

const filled = (what: string, where: string) =>
  z
    .string({ error: `${what} is missing; ${where}` })
    .trim()
    .min(1, { error: `${what} is empty; ${where}` })

const address = (what: string) =>
  z
    .url({ protocol: /^https?$/, error: `${what} must be an absolute http(s) URL` })
    .transform((url) => url.replace(/\/+$/, ''))

const port = (what: string) =>
  z.coerce
    .number({ error: `${what} must be a port number` })
    .int()
    .min(0)
    .max(65_535)

const keyring = z
  .string({ error: 'encryptionKeys is missing; make one with: openssl rand -base64 32' })
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
  caFile: filled('mtls.caFile', "save Shopify's Payments Platform CA bundle to a file and name it here"),
  /** The server certificate of the session address, and its key. */
  certificateFile: filled('mtls.certificateFile', 'name the PEM file of the server certificate'),
  keyFile: filled('mtls.keyFile', "name the PEM file of the server certificate's key"),
  port: port('mtls.port'),
}

const mtls = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({ mode: z.literal('direct'), ...certificateFiles }),
    z.strictObject({ mode: z.literal('emulator'), ...certificateFiles }),
    z.strictObject({
      mode: z.literal('proxy'),
      /** Sent by the proxy in `x-proxy-secret`, so that nobody who reaches the port can play the proxy. */
      secret: z.string({ error: 'mtls.secret is missing; use 32 or more random characters' }).min(32, {
        error: 'mtls.secret is too short; use 32 or more random characters',
      }),
      /** Addresses or subnets of the proxy. */
      proxies: z
        .array(z.string())
        .min(1, { error: 'mtls.proxies is empty; name the addresses of your proxy' }),
    }),
    z.strictObject({ mode: z.literal('off') }),
  ],
  { error: "mtls.mode must be 'direct', 'proxy', 'emulator' or 'off'" },
)

export const appOptions = z
  .strictObject({
    /** Where shoppers, merchants and Craftgate reach this app. */
    publicUrl: address('publicUrl').refine((url) => new URL(url).pathname === '/', {
      error: 'publicUrl must have no path: give the app a host name of its own',
    }),
    port: port('port'),
    databaseUrl: filled('databaseUrl', 'the address of a PostgreSQL database'),
    shopify: z.strictObject({
      apiKey: filled('shopify.apiKey', PARTNERS),
      apiSecretKey: filled('shopify.apiSecretKey', PARTNERS),
      /** Plays every shop, at `{emulator}/{shop}`; refused in production. */
      emulator: address('shopify.emulator').optional(),
      /** Milliseconds for one mutation. */
      deadlineMs: z.coerce.number().int().min(100).default(10_000),
    }),
    craftgate: z
      .strictObject({
        /** Plays Craftgate for both modes; refused in production. */
        emulator: address('craftgate.emulator').optional(),
      })
      .prefault({}),
    mtls,
    /** Signs pay links, cookies and hashes. */
    appSecret: z.string({ error: 'appSecret is missing; use 32 or more random characters' }).min(32, {
      error: 'appSecret is too short; use 32 or more random characters',
    }),
    /** Seals tokens and keys: `id:base64 of 32 bytes`, separated by commas; the first one writes, all of them read. */
    encryptionKeys: keyring,
    /** Addresses or subnets of proxies whose X-Forwarded-For is believed. */
    trustedProxies: z.array(z.string()).default([]),
    /** Shortens the pauses of the retry ladder, for tests. */
    retryScale: z.coerce.number().positive().max(1).default(1),
    /** Asks Craftgate about silent attempts once a minute. */
    reconcileJob: z.boolean().default(true),
    reconcileAfterSeconds: z.coerce.number().int().min(0).max(DAY_SECONDS).default(120),
    /** Also runs jobs; false for a server that only answers requests. */
    worker: z.boolean().default(true),
    production: z.boolean().default(false),
  })
  .superRefine((options, context) => {
    if (!options.production) return
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const { shopify, craftgate, mtls: trust, publicUrl, retryScale } = options
    if (shopify.emulator) refuse(['shopify', 'emulator'], 'must be absent in production')
    if (craftgate.emulator) refuse(['craftgate', 'emulator'], 'must be absent in production')
    if (trust.mode === 'off' || trust.mode === 'emulator')
      refuse(
        ['mtls', 'mode'],
        `'${trust.mode}' lets anybody play Shopify; use 'direct' or 'proxy' in production`,
      )
    if (!publicUrl.startsWith('https://')) refuse(['publicUrl'], 'must begin with https:// in production')
    if (retryScale !== 1) refuse(['retryScale'], 'must be 1 in production')
  })

export type AppOptionsInput = z.input<typeof appOptions>
export type AppOptions = z.output<typeof appOptions>
export type MtlsOptions = AppOptions['mtls']

/** Throws a CraftgateError of kind `configuration`, one line for each wrong key. */
export const parseAppOptions = (input: unknown): AppOptions => parseConfiguration(appOptions, input)
