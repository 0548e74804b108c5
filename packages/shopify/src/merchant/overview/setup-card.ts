import { badge, type Html, postButton } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { Mode } from '../../context/tenant'
import type { AuthenticatedRequest } from '../http/merchant-request'

export interface Setup {
  /** Modes that have Craftgate keys. */
  readonly modes: readonly Mode[]
  /** Shopify was told that the shop takes payments. */
  readonly ready: boolean
}

/** The three steps until the first payment, and how far the shop is. */
export function setupCard(request: AuthenticatedRequest, setup: Setup): Html {
  const { messages } = request
  return html`<section class="card" aria-labelledby="setup"><h2 id="setup">${messages.setup.title}</h2><ol class="steps">
    ${accountStep(request, setup, 'live')}${accountStep(request, setup, 'test')}${activationStep(request, setup)}
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

function accountStep({ messages }: AuthenticatedRequest, { modes }: Setup, mode: Mode): Html {
  const { setup } = messages
  const done = modes.includes(mode)
  const missing = mode === 'live' ? badge(setup.open, 'warn') : badge(setup.optional, 'calm')
  const title = setup[mode]
  return step({
    title,
    text: mode === 'live' ? setup.liveText : setup.testText,
    state: done ? badge(setup.done, 'good') : missing,
    action: html`<a class="button secondary" href="/settings/craftgate/${mode}">${done ? setup.change : setup.connect} <span class="hidden">(${messages.modes[mode]})</span></a>`,
  })
}

function activationStep(request: AuthenticatedRequest, { modes, ready }: Setup): Html {
  const { setup } = request.messages
  const testOnly = modes.length > 0 && !modes.includes('live') ? ` ${setup.testOnly}` : ''
  return step({
    title: setup.activate,
    text: modes.length === 0 ? setup.needsKeys : `${setup.activateText}${testOnly}`,
    state: ready ? badge(setup.done, 'good') : badge(setup.open, 'warn'),
    action: activationAction(request, { modes, ready }),
  })
}

function activationAction({ messages }: AuthenticatedRequest, { modes, ready }: Setup): Html | '' {
  const { setup } = messages
  if (ready)
    return html`${postButton('/activate', setup.settingsButton, 'secondary')}${postButton('/deactivate', setup.deactivateButton, 'danger')}`
  return modes.length === 0 ? '' : postButton('/activate', setup.activateButton, 'primary')
}
