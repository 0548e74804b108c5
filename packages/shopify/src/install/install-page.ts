import type { Localized } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core'
import type { Context } from 'hono'
import { html } from 'hono/html'

export type Trouble = 'no-shop' | 'refused' | 'unavailable' | 'failed'

interface Text {
  readonly status: 400 | 500 | 503
  readonly title: Localized
  readonly text: Localized
}

const TEXTS: Readonly<Record<Trouble, Text>> = {
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
    title: { tr: 'Shopify şu anda yanıt vermiyor', en: 'Shopify does not answer right now' },
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

/** What a merchant reads when the installation cannot go on. `shop` has to be a checked domain. */
export function installPage(context: Context, trouble: Trouble, shop?: string): Response | Promise<Response> {
  const { status, title, text } = TEXTS[trouble]
  const language = languageOf(context)
  const said = (sentence: Localized) => sentenceIn(language, sentence)
  context.header('cache-control', 'no-store')
  context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  context.header('referrer-policy', 'no-referrer')
  const again = shop && html`<p><a href="/auth?shop=${shop}">${said(AGAIN)}</a></p>`
  return context.html(
    html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${said(title)}</title><h1>${said(title)}</h1><p>${said(text)}</p>${again}</html>`,
    status,
  )
}

/** The merchant's first choice of our two languages; Turkish when the browser names neither. */
function languageOf(context: Context): 'tr' | 'en' {
  const wanted = context.req.header('accept-language')?.toLowerCase() ?? ''
  return /(?:^|[,\s])(tr|en)\b/.exec(wanted)?.[1] === 'en' ? 'en' : 'tr'
}
