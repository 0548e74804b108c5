import type { Localized } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { pagePolicy, pageStyle, readLanguage } from '@craftgate-commerce/panel/ui'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { authPath } from '../merchant/http/merchant-request'
import { formTargets } from '../merchant/http/security'
import type { AppOptions } from '../options'

export type AuthProblem = 'no-shop' | 'refused' | 'unavailable' | 'failed'

interface Text {
  readonly status: 400 | 500 | 503
  readonly title: Localized
  readonly text: Localized
}

const TEXTS: Readonly<Record<AuthProblem, Text>> = {
  'no-shop': {
    status: 400,
    title: { tr: 'Mağaza bulunamadı', en: 'Shop not found' },
    text: {
      tr: 'Lütfen uygulamayı Shopify yönetim panelinizden açın.',
      en: 'Please open the app from your Shopify admin.',
    },
  },
  refused: {
    status: 400,
    title: { tr: 'Bağlantı geçerli değil', en: 'This link is not valid' },
    text: {
      tr: 'Bağlantının süresi dolmuş ya da başka bir pencerede açılmış olabilir. Hiçbir şey değişmedi; lütfen yeniden başlayın.',
      en: 'It may have ended, or was opened in another window. Nothing has changed; please start again.',
    },
  },
  unavailable: {
    status: 503,
    title: { tr: 'Shopify şu anda cevap vermiyor', en: 'Shopify does not answer right now' },
    text: {
      tr: 'Hiçbir şey değişmedi. Lütfen biraz sonra yeniden deneyin.',
      en: 'Nothing has changed. Please try again in a moment.',
    },
  },
  failed: {
    status: 500,
    title: { tr: 'Bir sorun oluştu', en: 'Something went wrong' },
    text: {
      tr: 'Hiçbir şey değişmedi. Lütfen biraz sonra yeniden deneyin.',
      en: 'Nothing has changed. Please try again in a moment.',
    },
  },
}

const AGAIN: Localized = { tr: 'Yeniden başla', en: 'Start again' }

interface Stopped {
  readonly problem: AuthProblem
  /** A checked domain. */
  readonly shop?: string
}

/** What a merchant reads when the installation cannot go on. */
export function authProblemPage(
  c: Context,
  options: AppOptions,
  { problem, shop }: Stopped,
): Response | Promise<Response> {
  const { status, title, text } = TEXTS[problem]
  const language = readLanguage(c, options.publicUrl)
  const said = (sentence: Localized) => sentenceIn(language, sentence)
  c.header('cache-control', 'no-store')
  c.header('content-security-policy', pagePolicy(formTargets(options)))
  c.header('referrer-policy', 'no-referrer')
  const start = shop === undefined ? '/' : authPath(shop)
  const again = html`<p><a class="button secondary" href="${start}">${said(AGAIN)}</a></p>`
  return c.html(
    html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${said(title)} · Craftgate</title><link rel="icon" href="data:,"><style>${raw(pageStyle)}</style><main><h1>${said(title)}</h1><div class="card"><p>${said(text)}</p>${again}</div></main></html>`,
    status,
  )
}
