import {
  type Html,
  type Page as PanelPage,
  answerPage as panelPage,
  type Tone,
  wordsIn,
} from '@craftgate-commerce/panel/ui'
import type { Answer, MerchantRequest } from '../http/merchant-request'
import { formTargets } from '../http/security'
import { panelSite } from '../panel/panel-site'

export interface Page extends Pick<PanelPage, 'title' | 'status'> {
  readonly body: Html
  /** The shop that is logged in: its name, the sections and the way out stand on top. */
  readonly shop?: string
  readonly section?: 'overview' | 'privacy'
}

const TONES: Readonly<Record<string, Tone>> = {
  'no-keys': 'warn',
  'keys-moved': 'warn',
}

/** One whole page: document, landmarks, security headers, never kept; of one look and navigation with the panel. */
export function answerPage(request: MerchantRequest, { shop, section, ...page }: Page): Answer {
  const { c, deps, lang, messages } = request
  const { options } = deps.context
  const user = shop === undefined ? undefined : { name: shop }
  return panelPage(
    { c, lang, words: wordsIn(lang), host: panelSite(options), user },
    {
      ...page,
      ownSection: section,
      done: messages.flash,
      tones: TONES,
      formTargets: formTargets(options),
    },
  )
}
