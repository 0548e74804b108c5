import type { Context } from 'hono'
import { html } from 'hono/html'
import type { BrowserPost } from '../hosted-page-service'
import { noticePage } from './notice-page'
import type { PageMemory } from './page-memory'
import { checkoutPath, type PageOptions, readPageOptions, withOptions } from './page-options'
import { returnScript } from './scripts'
import { answerPage } from './shell'
import { textsOf } from './texts'

/** Where a hosted page's way back to the merchant is. */
export const returnPath = (token: string): string => `${checkoutPath(token)}/return`

/** The way back of a page that is no step of a hosted one: a bank's, a provider's. */
export const ownReturnPath = (page: string): string => `${page}/return`

/** Such a page's way back: what was kept for it, once. */
export function ownReturn(c: Context, memory: PageMemory, page: string) {
  const options = readPageOptions(c)
  const post = memory.takeReturn(ownReturnPath(page))
  return post === undefined ? noticePage(c, 'done', { options }) : returnPage(c, post, options)
}

/** A hosted page's callback carries its token: whoever comes back later is told there that it is paid. */
export function toMerchant(
  c: Context,
  memory: PageMemory,
  at: { page: string; post: BrowserPost },
): Response {
  const { token } = at.post.fields
  return toReturn(c, memory, {
    path: token === undefined ? ownReturnPath(at.page) : returnPath(token),
    post: at.post,
  })
}

/** Leads to the page that sends the browser back. */
export function toReturn(
  c: Context,
  memory: PageMemory,
  { path, post }: { readonly path: string; readonly post: BrowserPost },
): Response {
  memory.keepReturn(path, post)
  return c.redirect(withOptions(path, readPageOptions(c)), 303)
}

/** Sends the browser back: a form to the merchant's callbackUrl that submits itself, or waits for the button without JavaScript. */
export function returnPage(c: Context, post: BrowserPost, options: PageOptions) {
  if (post.own) return c.redirect(post.url, 303)
  if (post.lost) return noticePage(c, 'lost', { options })
  if (!isWebAddress(post.url)) return noticePage(c, 'done', { options })
  const t = textsOf(options.lang)
  const fields = Object.entries(post.fields)
  const body = html`<main class="notice returning">
    <p class="spinner" aria-hidden="true"></p>
    <h1>${t.returningTitle}</h1>
    <p>${t.returningText}</p>
    <form id="return-form" method="post" action="${post.url}" ${post.top ? 'target=_top' : ''} data-role="return">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button class="primary" type="submit">${t.back}</button>
    </form>
  </main>`
  return answerPage(c, { title: t.returningTitle, body, options, script: returnScript, formsTo: 'anywhere' })
}

/** The callback address is the merchant's text: `javascript:` and its like never become a form target. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
