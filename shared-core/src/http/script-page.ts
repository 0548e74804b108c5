// The page of a way to pay whose provider has a script of its own: a button that the script makes, and a way to Craftgate's
// page for browsers in which it does not run.
import { createHash } from 'node:crypto'
import type { PageScript } from '../commerce'
import type { Localized } from '../messages/localized'
import { SCRIPT_TEXTS } from '../messages/script-pages'
import { applePayScript } from './page-scripts/apple-pay'
import { bkmExpressScript } from './page-scripts/bkm-express'
import { googlePayScript } from './page-scripts/google-pay'
import { masterpassCardsScript, masterpassPurchaseScript } from './page-scripts/masterpass'
import { escapeHtml, languageOf, type PageRequest, type ShopperPage, STYLE_SOURCE } from './shopper-page'

/** What the provider's script brings along beside itself, from its own documentation. */
interface Provider {
  /** Ours, which calls it. */
  readonly script: string
  /** Hosts that it asks, and whose pages it shows in a frame. */
  readonly hosts: readonly string[]
  readonly images: readonly string[]
  /** It writes styles into the page. */
  readonly styles: boolean
}

const PROVIDERS: Readonly<Record<PageScript['provider'], Provider>> = {
  'google-pay': {
    script: googlePayScript,
    hosts: ['https://google.com', 'https://pay.google.com'],
    images: ['https://www.gstatic.com'],
    styles: true,
  },
  'apple-pay': { script: applePayScript, hosts: [], images: [], styles: false },
  // BKM names no hosts; what its script opens is on its own domain.
  'bkm-express': {
    script: bkmExpressScript,
    hosts: ['https://*.bkmexpress.com.tr'],
    images: ['https://*.bkmexpress.com.tr'],
    styles: true,
  },
  'masterpass-cards': { script: masterpassCardsScript, hosts: [], images: [], styles: false },
  'masterpass-purchase': { script: masterpassPurchaseScript, hosts: [], images: [], styles: false },
}

/** What every script of ours has: its settings, a sentence to say, the place of its button, and the form that is sent. */
const wrapped = (script: string): string => `(async () => {
const page = JSON.parse(document.getElementById('page').textContent)
const place = document.getElementById('place')
const form = document.getElementById('answers')
const problem = document.getElementById('problem')
const say = (name) => { problem.textContent = page.problems[name]; problem.hidden = false }
const send = (fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  form.submit()
}
try {${script}} catch { say('not-here') }
})()`

const SCRIPTS = Object.fromEntries(
  Object.entries(PROVIDERS).map(([name, { script }]) => [name, wrapped(script)]),
) as Readonly<Record<PageScript['provider'], string>>

/** JSON that a script element may hold. */
const embedded = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

export function scriptPage(
  { request }: PageRequest,
  script: PageScript,
  told: string,
): Pick<ShopperPage, 'body' | 'policy' | 'hasForm'> {
  const language = languageOf(request)
  const { provider, scripts, settings } = script
  const inLanguage = (all: Readonly<Record<string, Localized>>) =>
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text[language]]))
  const [problems, texts] = [inLanguage(SCRIPT_TEXTS.problems), inLanguage(SCRIPT_TEXTS.labels)]
  const loaded = scripts.map((address) => `<script src="${escapeHtml(address)}"></script>`)
  const body = `${told}<p class="problem" role="alert" id="problem" hidden></p>
<noscript><p class="problem">${SCRIPT_TEXTS.noscript[language]}</p></noscript>
<div id="place"></div><form method="post" id="answers"></form>
<p><a href="${escapeHtml(onPage(request))}">${SCRIPT_TEXTS.onPage[language]}</a></p>
<script type="application/json" id="page">${embedded({ settings, problems, texts, language })}</script>
${loaded.join('')}<script>${SCRIPTS[provider]}</script>`
  return { body, policy: policyOf(script), hasForm: true }
}

/** This address, asking for Craftgate's page with this way to pay alone. */
function onPage({ url }: Request): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.set('on', 'page')
  return `${pathname.replace(/^.*\//, '')}?${searchParams}`
}

/** Names the hosts of this provider, and nobody else's. */
function policyOf({ provider, scripts, services = [] }: PageScript): string {
  const { hosts, images, styles } = PROVIDERS[provider]
  const originsOf = (all: readonly string[]) => [...new Set(all.map((address) => new URL(address).origin))]
  const own = originsOf(scripts)
  const asked = originsOf([...scripts, ...hosts, ...services]).join(' ')
  const hash = createHash('sha256').update(SCRIPTS[provider]).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' ${own.join(' ')}`,
    `style-src ${styles ? "'unsafe-inline'" : STYLE_SOURCE}`,
    `connect-src 'self' ${asked}`,
    `frame-src ${asked}`,
    `img-src ${[...own, ...images].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
