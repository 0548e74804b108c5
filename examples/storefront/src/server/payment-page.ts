// The page that a shopper comes back to after paying, rendered here: he reads how the payment stands before any script has come,
// however slow his network is.
import { createHash } from 'node:crypto'
import type { StorefrontPayment } from '@craftgate-commerce/storefront'
import '@craftgate-commerce/storefront/define'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html } from 'lit'
import type { Language } from '../backend'
import { sayIn } from '../i18n'
import { RENDERED_PAYMENT_ID } from '../pages/rendered-payment'
import type { Settings } from './settings'

const rendered = (element: ReturnType<typeof html>): Promise<string> => collectResult(render(element))

/**
 * What the style of the status is known by in a content security policy: a shadow root that a server renders has it inside, and its
 * text is always the same.
 */
export async function statusStyleSource(): Promise<string> {
  const status = await rendered(html`<craftgate-payment-status lang="tr"></craftgate-payment-status>`)
  const style = /<style>([\s\S]*?)<\/style>/.exec(status)?.[1] ?? ''
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}

/** Longer than this nobody waits for the end of a page, with which its scripts begin; the browser asks again. */
const PATIENCE_MS = 1_500

interface Visit {
  readonly settings: Settings
  readonly reference: string
  readonly language: Language
  /** The shopper's address. */
  readonly shopper: string
}

/**
 * `page` with the payment in it, in parts: first all but the payment, which says that the shop is being asked, and gives way to the
 * payment when that comes; a slot does that without a script. The order is told by no server that does not know the shopper, so
 * the browser asks for that.
 */
export async function* paymentPage(page: string, visit: Visit): AsyncGenerator<string> {
  const { language } = visit
  const say = sayIn(language)
  const asked = askPayment(visit)
  const waiting = await rendered(html`<craftgate-payment-status lang=${language}></craftgate-payment-status>`)
  // A style sheet in the head would hold back what stands here.
  const [sheet = ''] = /<link rel="stylesheet"[^>]*>/.exec(page) ?? []
  const [head = '', tail = ''] = page
    .replace(sheet, sheet.replace('rel="stylesheet"', 'rel="preload" as="style"'))
    .replace('<html lang="tr">', `<html lang="${language}">`)
    .replace('<title>', `<title>${say('paymentStatus')} · `)
    .split('<div id="app"></div>')
  yield `${head}<div id="app"><main id="main"><div class="wrap section"><h1 class="hidden">${say('paymentStatus')}</h1><div class="outcome"><div><template shadowrootmode="open"><slot>${waiting}</slot></template>`
  const payment = await asked
  // As an attribute: the element has it as soon as it is defined, and shows nothing else until the page's own takes its place.
  const status =
    payment &&
    (await rendered(
      html`<craftgate-payment-status lang=${language} data=${JSON.stringify(payment)}></craftgate-payment-status>`,
    ))
  const data = payment
    ? `<script type="application/json" id="${RENDERED_PAYMENT_ID}">${inScript(payment)}</script>`
    : ''
  yield `${status ?? ''}</div><div class="outcome__actions"><a class="button button--ghost" href="/sepet">${say('backToCart')}</a><a class="button button--ghost" href="/">${say('continueShopping')}</a></div></div></div></main></div>${data}${sheet}${tail}`
}

async function askPayment(visit: Visit): Promise<StorefrontPayment | undefined> {
  const { settings, reference, language, shopper } = visit
  const { config, shopUrl } = settings
  const [path, key] =
    config.backend === 'medusa'
      ? ['/store/craftgate/v1', { 'x-publishable-api-key': config.publishableKey }]
      : ['/craftgate/v1', { 'vendure-token': config.channel }]
  const address = `${shopUrl}${path}/payments/${encodeURIComponent(reference)}?lang=${language}`
  const headers = { ...key, 'x-forwarded-for': shopper }
  try {
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok ? ((await answer.json()) as StorefrontPayment) : undefined
  } catch {
    return undefined
  }
}

const inScript = (payment: StorefrontPayment): string => JSON.stringify(payment).replaceAll('<', '\\u003c')
