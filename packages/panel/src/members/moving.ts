import { randomUUID } from 'node:crypto'
import type { WalletResult } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import type { UserRequest } from '../http/panel-request'
import type { AuditAction } from '../panel-host'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { memberWords } from './words'

/** Money that is about to move, as it is asked about once more. */
export interface Confirmation {
  readonly title: string
  /** Where its form goes. */
  readonly action: string
  readonly back: string
  readonly shown: readonly (readonly [string, Html | string | undefined])[]
  /** What the form bears beside its key. */
  readonly fields: Readonly<Record<string, string>>
  readonly lead?: string
}

/** The page whose button moves money: the key in its form makes a second press do nothing more. */
export function confirmPage(request: UserRequest, confirmation: Confirmation): Response | Promise<Response> {
  const words = memberWords[request.lang]
  const { title, action, back, shown, fields, lead = '' } = confirmation
  const hidden = Object.entries({ ...fields, once: randomUUID() }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return answerPage(request, {
    title,
    section: 'members',
    body: html`<section class="card" aria-labelledby="confirm"><h2 id="confirm">${words.confirm}</h2>
      <p>${lead} ${words.confirmLead}</p>${facts(shown)}
      <form class="row" method="post" action="${action}">${hidden}<button class="primary" type="submit">${words.doIt}</button><a class="button secondary" href="${back}">${words.cancel}</a></form></section>`,
  })
}

interface Movement {
  readonly action: AuditAction
  readonly reference: string
  readonly title: string
  readonly back: string
  move(key: string): Promise<WalletResult>
}

/** Written down in the audit before it is done; what came of it is said on the page that it leads to. */
export async function moveMoney(request: UserRequest, once: string, movement: Movement): Promise<Response> {
  const { c, host, lang } = request
  const { action, reference, title, back } = movement
  await audit(request, action, reference)
  const result = await movement.move(keyOf(once))
  if (result.state !== 'failed')
    return c.redirect(`${back}${back.includes('?') ? '&' : '?'}done=${saidOf(result)}`, 303)
  const words = memberWords[lang]
  host.logger.warn('The panel could not move money of a wallet', { action, code: result.error.code })
  return answerPage(request, {
    ...{ title, section: 'members', status: 422 },
    body: html`${notice(`${words.failedBecause}: ${result.message[lang]}`, 'bad')}<p><a class="button secondary" href="${back}">${words.toMember}</a></p>`,
  })
}

/** A withdrawal waits for the merchant himself. */
function saidOf({ state, operation }: Exclude<WalletResult, { state: 'failed' }>): string {
  if (state === 'done') return 'moved'
  return state === 'waiting' && operation.kind === 'withdraw' ? 'waiting-withdraw' : state
}

/** The key of a form, as core takes keys; what a form was given instead is a key that no other form has. */
const keyOf = (once: string): string =>
  /^[0-9a-f-]{36}$/.test(once) ? `panel-${once}` : `panel-${randomUUID()}`
