import type { Context } from 'hono'
import { html } from 'hono/html'
import type { BrowserPost } from '../hosted-page-service'
import { noticePage } from './notice-page'
import type { PageOptions } from './page-options'
import { returnScript } from './scripts'
import { answerPage } from './shell'
import { textsOf } from './texts'

/** Sends the browser back: a form to the merchant's callbackUrl that submits itself, or waits for the button without JavaScript. */
export function returnPage(c: Context, post: BrowserPost, options: PageOptions) {
  if (post.lost) return noticePage(c, 'lost', { options })
  if (!isWebAddress(post.url)) return noticePage(c, 'done', { options })
  const t = textsOf(options.lang)
  const fields = Object.entries(post.fields)
  const body = html`<main class="notice returning">
    <p class="spinner" aria-hidden="true"></p>
    <h1>${t.returningTitle}</h1>
    <p>${t.returningText}</p>
    <form id="return-form" method="post" action="${post.url}" data-role="return">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button class="primary" type="submit">${t.back}</button>
    </form>
  </main>`
  return answerPage(c, { title: t.returningTitle, body, options, script: returnScript, leavesHouse: true })
}

/** The callback address is the merchant's text: `javascript:` and its like never become a form target. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
