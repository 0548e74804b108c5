import { html, raw } from 'hono/html'
import type { Lang } from '../words'
import type { Html } from './html'
import { pageStyle } from './style'

export interface Document {
  readonly lang: Lang
  readonly title: string
  readonly brand: string
  /** Of the link that leads past the header. */
  readonly skip: string
  readonly header: Html
  /** What a form that led here came to. */
  readonly done: Html | ''
  readonly body: Html
}

/** One whole page: document and landmarks. */
export const pageDocument = ({ lang, title, brand, skip, header, done, body }: Document): Html =>
  html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${brand}</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
${header}
<main id="main" tabindex="-1">
${done}
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
