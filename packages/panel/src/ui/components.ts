import { html } from 'hono/html'
import { zoneOf } from '../days/days'
import type { SiteRequest } from '../http/panel-request'
import type { PanelSite } from '../panel-host'
import type { Words } from '../words'
import type { Html, Tone } from './html'
import { momentText } from './texts'

export const badge = (text: string, tone: Tone): Html => html`<span class="badge ${tone}">${text}</span>`

/** On the clock of the shop; a dash for what has none. */
export const moment = (
  at: Date | undefined,
  { lang, host }: Pick<SiteRequest, 'lang'> & { readonly host: Pick<PanelSite, 'timeZone'> },
): Html | string =>
  at === undefined
    ? '–'
    : html`<time datetime="${at.toISOString()}">${momentText(at, lang, zoneOf(host))}</time>`

/** Another site, or the platform's admin: in a tab of its own. */
export const outerLink = (href: string, text: string, words: Pick<Words, 'opensNewTab'>): Html =>
  html`<a href="${href}" target="_blank" rel="noopener noreferrer">${text} <span class="hidden">(${words.opensNewTab})</span></a>`

/** A button that does something: always a form of its own, so that it works without a script. */
export const postButton = (action: string, text: string, look: 'primary' | 'secondary' | 'danger'): Html =>
  html`<form method="post" action="${action}"><button class="${look}" type="submit">${text}</button></form>`

export const notice = (text: string, tone: Tone): Html =>
  html`<p class="notice ${tone}" role="status">${text}</p>`
