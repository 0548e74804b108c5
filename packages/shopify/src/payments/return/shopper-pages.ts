import { createHash } from 'node:crypto'
import { html } from 'hono/html'

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f6f8;color:#1d2430;' +
  'font:16px/1.5 system-ui,sans-serif}main{max-width:28rem;margin:1rem;padding:2rem;background:#fff;' +
  'border-radius:12px;box-shadow:0 1px 3px #0002}dl{display:grid;grid-template-columns:1fr auto;gap:.35rem 1rem;margin:1rem 0 0}dd{margin:0;text-align:right}' +
  '.sum{font-weight:700}.go{display:inline-block;padding:.6rem 1.2rem;border-radius:8px;background:#175cd3;color:#fff;text-decoration:none}h1{margin:0 0 .5rem;font-size:1.25rem}p{margin:1rem 0 0}a{color:#175cd3}'

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export const SHOPPER_PAGE_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
}

export type Language = 'tr' | 'en'

interface ShopperPage {
  readonly title: string
  readonly text: string
  /** What stands beside each name; the last one is what it comes to. */
  readonly sums?: readonly (readonly [name: string, value: string])[]
  /** The way on, as a button. */
  readonly button?: { readonly href: string; readonly text: string }
  readonly link?: { readonly href: string; readonly text: string }
  /** Loads itself again, without any script. */
  readonly reloads?: true
}

export const shopperPage = (
  language: Language,
  { title, text, sums = [], button, link, reloads }: ShopperPage,
) => html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${reloads ? html`<meta http-equiv="refresh" content="3">` : ''}<title>${title}</title>
<style>${STYLE}</style></head>
<body><main><div role="status"><h1>${title}</h1><p>${text}</p></div>
${sums.length === 0 ? '' : html`<dl>${sums.map(([name, value], at) => sumOf(name, value, at === sums.length - 1))}</dl>`}
${button ? html`<p><a class="go" href="${button.href}">${button.text}</a></p>` : ''}
${link ? html`<p><a href="${link.href}">${link.text}</a></p>` : ''}</main></body>
</html>
`

const sumOf = (name: string, value: string, isWhole: boolean) =>
  isWhole
    ? html`<dt class="sum">${name}</dt><dd class="sum">${value}</dd>`
    : html`<dt>${name}</dt><dd>${value}</dd>`

const WAITING = {
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

/** Reloads itself until the end is known. */
export function waitingPage(language: Language, { paid, leave }: { paid: boolean; leave: string }) {
  const t = WAITING[language]
  if (paid) return shopperPage(language, { title: t.paidTitle, text: t.paid, reloads: true })
  const link = leave ? { href: leave, text: t.leave } : undefined
  return shopperPage(language, { title: t.title, text: t.open, link, reloads: true })
}

const GIVEN_BACK = {
  tr: {
    title: 'Bu ödeme kartınıza iade ediliyor',
    paidBefore:
      'Siparişiniz daha önce ödenmişti. Bu ikinci ödemenin tamamı kartınıza iade ediliyor; ekstrenizde görünmesi bankanıza göre birkaç gün sürebilir. Yeniden ödemeniz gerekmez.',
    unpaid:
      'Mağaza bu ödemeyi kabul edemedi. Tamamı kartınıza iade ediliyor; ekstrenizde görünmesi bankanıza göre birkaç gün sürebilir.',
    order: 'Siparişime git',
    shop: 'Mağazaya dön',
  },
  en: {
    title: 'This payment goes back to your card',
    paidBefore:
      'Your order was paid before. All of this second payment goes back to your card; depending on your bank it may take some days to be seen there. You need not pay again.',
    unpaid:
      'The shop could not take this payment. All of it goes back to your card; depending on your bank it may take some days to be seen there.',
    order: 'To my order',
    shop: 'Back to the shop',
  },
} as const

/** The shopper's card was charged, and no order took the money. */
export function givenBackPage(
  language: Language,
  { paidBefore, next }: { paidBefore: boolean; next: string | undefined },
) {
  const t = GIVEN_BACK[language]
  const link = next ? { href: next, text: paidBefore ? t.order : t.shop } : undefined
  return shopperPage(language, { title: t.title, text: paidBefore ? t.paidBefore : t.unpaid, link })
}

const NOT_FOUND = {
  tr: {
    title: 'Ödeme bulunamadı',
    text: 'Bu ödeme bağlantısı geçerli değil. Ödediyseniz siparişiniz mağazadadır; ödemediyseniz lütfen mağazaya dönüp ödemeyi yeniden başlatın.',
  },
  en: {
    title: 'Payment not found',
    text: 'This payment link is not valid. If you paid, your order is in the shop; if you did not, please go back to the shop and start the payment again.',
  },
} as const

/** Also for a session whose addresses were deleted with the shopper's data. */
export const notFoundPage = (language: Language) => shopperPage(language, NOT_FOUND[language])
