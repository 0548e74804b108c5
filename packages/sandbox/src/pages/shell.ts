import { answerHtml, type Html, type HtmlPage } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { PageOptions } from './page-options'
import { frameScript } from './scripts'
import { pageStyle } from './style'
import { textsOf } from './texts'

export type { Html }

export interface Page extends Pick<HtmlPage, 'title' | 'body' | 'bodyClass' | 'formsTo' | 'status'> {
  readonly options: PageOptions
  /** Trusted script text of this package; runs under the nonce. */
  readonly script?: string
}

/** A page for the shopper, whole or in the merchant's frame. */
export function answerPage(c: Context, page: Page): Response | Promise<Response> {
  const { body, bodyClass, title, options, script, formsTo, status } = page
  const { lang, iframe } = options
  const t = textsOf(lang)
  const end = [iframe ? frameScript : undefined, script].filter((text) => text !== undefined)
  return answerHtml(c, {
    ...{ lang, formsTo, status },
    title: `${title} · ${t.sandbox}`,
    style: pageStyle,
    scripts: { head: "document.documentElement.classList.add('js')", end },
    bodyClass: [iframe ? 'framed' : 'full', bodyClass ?? ''].join(' ').trim(),
    body: html`<aside class="ribbon"><strong>${t.sandbox}</strong> <span>${t.sandboxNote}</span></aside>
${body}`,
    framedBy: iframe ? 'anybody' : 'self',
  })
}
