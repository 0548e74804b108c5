import { html } from 'hono/html'
import type { PanelRequest } from '../http/panel-request'
import type { MoneyElsewhere, PanelUser } from '../panel-host'
import { type Html, outerLink } from '../ui/components'

interface Told extends Pick<PanelRequest, 'lang' | 'words'> {
  readonly user: PanelUser
  readonly host: { readonly moneyElsewhere?: MoneyElsewhere }
}

/** Where the money of an order is moved, when that is not here. */
export function elsewhereNote({ host, lang, words, user }: Told): Html | '' {
  const { moneyElsewhere: there } = host
  if (there === undefined) return ''
  return html`<p class="notice calm">${there.text[lang]} ${outerLink(there.url(user), there.title[lang], words)}</p>`
}
