import { html } from 'hono/html'
import type { SiteRequest } from '../http/panel-request'
import type { MoneyElsewhere } from '../panel-host'
import { outerLink } from '../ui/components'
import type { Html } from '../ui/html'

/** Where the money of an order is moved, when that is not here. */
export const elsewhereNote = (
  { lang, words }: Pick<SiteRequest, 'lang' | 'words'>,
  { text, title, url }: MoneyElsewhere,
): Html => html`<p class="notice calm">${text[lang]} ${outerLink(url, title[lang], words)}</p>`
