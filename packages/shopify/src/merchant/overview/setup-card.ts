import { html } from 'hono/html'
import type { Mode } from '../../tenant'
import { badge, type Html, postButton } from '../page/marks'
import type { ShopVisit } from '../page/visit'

export interface Setup {
  /** Modes that have Craftgate keys. */
  readonly modes: readonly Mode[]
  /** Shopify was told that the shop takes payments. */
  readonly ready: boolean
}

/** The three steps until the first payment, and how far the shop is. */
export function setupCard(visit: ShopVisit, setup: Setup): Html {
  const { words } = visit
  return html`<section class="card" aria-labelledby="setup"><h2 id="setup">${words.setup.title}</h2><ol class="steps">
    ${accountStep(visit, setup, 'live')}${accountStep(visit, setup, 'test')}${activationStep(visit, setup)}
  </ol></section>`
}

interface Step {
  readonly title: string
  readonly text: string
  readonly state: Html
  readonly action: Html | ''
}

const step = ({ title, text, state, action }: Step): Html =>
  html`<li><div><h3>${title} ${state}</h3><p class="soft">${text}</p></div><div class="row">${action}</div></li>`

function accountStep({ words }: ShopVisit, { modes }: Setup, mode: Mode): Html {
  const { setup } = words
  const done = modes.includes(mode)
  const missing = mode === 'live' ? badge(setup.open, 'warn') : badge(setup.optional, 'calm')
  const title = setup[mode]
  return step({
    title,
    text: mode === 'live' ? setup.liveText : setup.testText,
    state: done ? badge(setup.done, 'good') : missing,
    action: html`<a class="button secondary" href="/settings/craftgate/${mode}">${done ? setup.change : setup.connect} <span class="hidden">(${words.modes[mode]})</span></a>`,
  })
}

function activationStep(visit: ShopVisit, { modes, ready }: Setup): Html {
  const { setup } = visit.words
  const testOnly = modes.length > 0 && !modes.includes('live') ? ` ${setup.testOnly}` : ''
  return step({
    title: setup.activate,
    text: modes.length === 0 ? setup.needsKeys : `${setup.activateText}${testOnly}`,
    state: ready ? badge(setup.done, 'good') : badge(setup.open, 'warn'),
    action: activationAction(visit, { modes, ready }),
  })
}

function activationAction({ words }: ShopVisit, { modes, ready }: Setup): Html | '' {
  const { setup } = words
  if (ready)
    return html`${postButton('/activate', setup.settingsButton, 'secondary')}${postButton('/deactivate', setup.deactivateButton, 'danger')}`
  return modes.length === 0 ? '' : postButton('/activate', setup.activateButton, 'primary')
}
