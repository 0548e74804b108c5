import { createHash } from 'node:crypto'
import { html } from 'hono/html'

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f6f8;color:#1d2430;' +
  'font:16px/1.5 system-ui,sans-serif}main{max-width:28rem;margin:1rem;padding:2rem;background:#fff;' +
  'border-radius:12px;box-shadow:0 1px 3px #0002}h1{margin:0 0 .5rem;font-size:1.25rem}p{margin:1rem 0 0}a{color:#175cd3}'

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export const WAITING_PAGE_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
}

const TEXTS = {
  tr: {
    paidTitle: 'Ödemeniz alındı',
    paid: 'Mağazaya haber veriliyor; birkaç saniye içinde siparişinize yönlendirileceksiniz. Bu sayfayı kapatsanız da siparişiniz tamamlanır.',
    title: 'Ödemenizin sonucu soruluyor',
    open: 'Banka ya da mağaza şu anda cevap vermiyor. Sonuç öğrenilince yönlendirileceksiniz; lütfen yeniden ödemeyin.',
    leave: 'Mağazaya dön',
  },
  en: {
    paidTitle: 'Your payment was taken',
    paid: 'The shop is being told; you will be sent to your order in a few seconds. Your order is placed even if you close this page.',
    title: 'Asking how your payment ended',
    open: 'The bank or the shop is not answering right now. You will be sent on as soon as the end is known; please do not pay again.',
    leave: 'Back to the shop',
  },
} as const

/** Reloads itself until the end is known, without any script. */
export function waitingPage(language: 'tr' | 'en', { paid, leave }: { paid: boolean; leave: string }) {
  const t = TEXTS[language]
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta http-equiv="refresh" content="3"><title>${paid ? t.paidTitle : t.title}</title>
<style>${STYLE}</style></head>
<body><main><div role="status"><h1>${paid ? t.paidTitle : t.title}</h1><p>${paid ? t.paid : t.open}</p>
${paid || !leave ? '' : html`<p><a href="${leave}">${t.leave}</a></p>`}</div></main></body>
</html>
`
}
