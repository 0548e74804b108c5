import type { MerchantPos } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { badge } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { table } from '../ui/tables'
import { setupWords } from './words'

const TONES: Readonly<Record<NonNullable<MerchantPos['status']>, Tone>> = {
  ACTIVE: 'good',
  AUTOPILOT: 'good',
  REFUND_ONLY: 'warn',
  PASSIVE: 'calm',
}

export const posPath = (request: UserRequest, merchant: string, id: number): string =>
  pathTo(request, `/setup/poses/${encodeURIComponent(merchant)}/${id}`)

export function posTable(request: UserRequest, merchant: string, poses: readonly MerchantPos[]): Html {
  const { lang } = request
  const { noPoses: empty, poses: caption, pos: words } = setupWords[lang]
  const rows = poses.map((pos) => [
    html`<a href="${posPath(request, merchant, pos.id)}">${pos.name}</a>`,
    pos.bankName ?? '–',
    pos.currency ?? '–',
    posStatus(request, pos),
    autopilotState(request, pos) ?? '–',
  ])
  const heads = [words.name, words.bank, words.currency, words.status, words.autopilot]
  return table({ caption, heads, rows, empty })
}

export function posStatus({ lang }: UserRequest, { status }: MerchantPos): Html {
  const { states, unknown } = setupWords[lang].pos
  return status === undefined ? badge(unknown, 'calm') : badge(states[status], TONES[status])
}

/** Absent for a POS that Craftgate does not watch. */
export function autopilotState({ lang }: UserRequest, { status, autopilot }: MerchantPos): Html | undefined {
  if (status !== 'AUTOPILOT' || autopilot === undefined) return undefined
  const words = setupWords[lang].pos
  const { threeDS, nonThreeDS } = autopilot
  if (threeDS && nonThreeDS) return badge(words.bothUp, 'good')
  if (!threeDS && !nonThreeDS) return badge(words.bothDown, 'bad')
  return badge(threeDS ? words.nonThreeDSDown : words.threeDSDown, 'warn')
}
