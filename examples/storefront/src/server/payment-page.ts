// The page that a shopper comes back to after paying, rendered here: he reads how the payment stands before any script has come,
// however slow his network is.
import { createHash } from 'node:crypto'
import type { StorefrontPayment } from '@craftgate-commerce/storefront'
import '@craftgate-commerce/storefront/define'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html } from 'lit'
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

/** Longer than this nobody waits for a page; the browser asks again. */
const PATIENCE_MS = 3_000

/** `page` with the payment in it. The order is told by no server that does not know the shopper, so the browser asks for that. */
export async function paymentPage(
  page: string,
  { settings, reference }: { settings: Settings; reference: string },
): Promise<string> {
  const payment = await askPayment(settings, reference)
  const status = await rendered(
    html`<craftgate-payment-status lang="tr" reference=${reference} .data=${payment}></craftgate-payment-status>`,
  )
  const main = `<main id="main"><div class="wrap section"><h1 class="hidden">Ödeme yöntemi</h1><div class="outcome">${status}<div class="outcome__actions"><a class="button button--ghost" href="/sepet">Sepete dön</a><a class="button button--ghost" href="/">Alışverişe devam et</a></div></div></div></main>`
  const data = payment
    ? `<script type="application/json" id="${RENDERED_PAYMENT_ID}">${inScript(payment)}</script>`
    : ''
  // A style sheet in the head would hold back what stands here.
  const [sheet = ''] = /<link rel="stylesheet"[^>]*>/.exec(page) ?? []
  return page
    .replace(sheet, '')
    .replace('<div id="app"></div>', () => `<div id="app">${main}</div>${data}${sheet}`)
}

async function askPayment(
  { config, shopUrl }: Settings,
  reference: string,
): Promise<StorefrontPayment | undefined> {
  const [path, headers] =
    config.backend === 'medusa'
      ? ['/store/craftgate/v1', { 'x-publishable-api-key': config.publishableKey }]
      : ['/craftgate/v1', { 'vendure-token': config.channel }]
  const address = `${shopUrl}${path}/payments/${encodeURIComponent(reference)}?lang=tr`
  try {
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok ? ((await answer.json()) as StorefrontPayment) : undefined
  } catch {
    return undefined
  }
}

const inScript = (payment: StorefrontPayment): string => JSON.stringify(payment).replaceAll('<', '\\u003c')
