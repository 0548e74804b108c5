import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from '@craftgate-commerce/core/adapter'
import { parse } from 'smol-toml'
import { API_VERSION } from './payments-apps-api'

const read = (file: string): unknown => parse(readFileSync(path.join(__dirname, '../..', file), 'utf8'))

const label = z.string().min(1).max(50)
const sessionUrl = (kind: string) => z.url().refine((url) => new URL(url).pathname === `/shopify/${kind}`)

/** The rules of Shopify's CLI for an offsite payments extension. */
const extensionFile = z.strictObject({
  api_version: z.literal(API_VERSION),
  extensions: z.tuple([
    z
      .strictObject({
        name: z.string(),
        handle: z.string(),
        type: z.literal('payments_extension'),
        payment_session_url: sessionUrl('payment'),
        refund_session_url: sessionUrl('refund'),
        capture_session_url: sessionUrl('capture'),
        void_session_url: sessionUrl('void'),
        merchant_label: label,
        buyer_label: label,
        buyer_label_translations: z.array(z.strictObject({ locale: z.string(), label })),
        supported_countries: z.array(z.string().length(2)).min(1),
        supported_payment_methods: z.array(z.string()).min(1),
        supported_buyer_contexts: z.array(z.strictObject({ currency: z.string().length(3) })),
        test_mode_available: z.literal(true),
        supports_3ds: z.boolean(),
        supports_installments: z.boolean(),
        supports_deferred_payments: z.boolean(),
        multiple_capture: z.literal(false),
        supports_oversell_protection: z.literal(false),
        targeting: z.tuple([z.strictObject({ target: z.literal('payments.offsite.render') })]),
      })
      .refine(
        ({ supports_installments, supports_deferred_payments }) =>
          supports_installments === supports_deferred_payments,
      ),
  ]),
})

test("the extension's TOML keeps the rules of Shopify's CLI, and names the paths and the version of this app", () => {
  const parsed = extensionFile.safeParse(read('extensions/craftgate-offsite/shopify.extension.toml'))
  expect(parsed.error?.issues).toBeUndefined()
})

test("the app's TOML leads every privacy topic and the uninstall to this app", () => {
  const parsed = z
    .object({
      embedded: z.literal(false),
      auth: z.object({ redirect_urls: z.tuple([z.url().refine((url) => url.endsWith('/auth/callback'))]) }),
      webhooks: z.object({
        subscriptions: z.array(
          z.object({
            uri: z.string(),
            topics: z.array(z.string()).optional(),
            compliance_topics: z.array(z.string()).optional(),
          }),
        ),
      }),
    })
    .parse(read('shopify.app.toml'))
  const heard = parsed.webhooks.subscriptions.map(({ uri, topics = [], compliance_topics = [] }) => [
    uri,
    [...topics, ...compliance_topics].sort(),
  ])
  expect(Object.fromEntries(heard)).toEqual({
    '/webhooks/app/uninstalled': ['app/uninstalled'],
    '/webhooks/compliance': ['customers/data_request', 'customers/redact', 'shop/redact'],
  })
})
