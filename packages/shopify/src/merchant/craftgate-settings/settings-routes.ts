import { CraftgateError } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import type { Mode } from '../../context/tenant'
import { type Answer, type AuthenticatedRequest, audit } from '../http/merchant-request'
import { readForm } from '../http/security'
import type { MerchantQueries } from '../queries/merchant-queries'
import { confirmationPage, missingPage, noticePage } from '../ui/notice-page'
import { accountChange } from './account-change'
import { readKeysForm } from './keys-form'
import { type KeyProblem, readable, savedKeysOf, type TypedKeys } from './settings'

import { settingsPage } from './settings-page'

function modeOfPath({ c }: AuthenticatedRequest): Mode | undefined {
  const mode = c.req.param('mode')
  return mode === 'live' || mode === 'test' ? mode : undefined
}

/** Runs the work for the mode that the path names. */
export const inMode =
  (work: (request: AuthenticatedRequest, mode: Mode) => Answer) =>
  (request: AuthenticatedRequest): Answer => {
    const mode = modeOfPath(request)
    return mode === undefined ? missingPage(request) : work(request, mode)
  }

interface Failed {
  readonly typed: TypedKeys
  readonly problem: KeyProblem
}

/** GET /settings/craftgate/:mode, and what a form that was not saved is answered with. */
export async function showSettings(
  request: AuthenticatedRequest,
  mode: Mode,
  queries: MerchantQueries,
  failed?: Failed,
) {
  const { shop } = request
  const [saved, changedAt] = await Promise.all([
    savedKeysOf(request, mode),
    queries.keysChangedAt({ shop, mode }),
  ])
  return settingsPage(request, { mode, saved, changedAt, ...failed })
}

/** POST /settings/craftgate/:mode: nothing is saved that Craftgate did not accept just now. */
export async function saveSettings(request: AuthenticatedRequest, mode: Mode, queries: MerchantQueries) {
  const { c, deps, shop } = request
  const form = await readForm(c)
  const typed = { apiKey: (form.get('apiKey') ?? '').trim() }
  const failed = (problem: KeyProblem) => showSettings(request, mode, queries, { typed, problem })
  const saved = readable(await savedKeysOf(request, mode))
  const read = readKeysForm(form, saved)
  if (!read.ok) return failed({ fields: read.problems })
  const change = await accountChange(request, { mode, keys: read.keys, saved }, queries).catch(craftgateError)
  if (CraftgateError.is(change)) return failed(inWords(request, mode, change))
  if (change.kind === 'refused') return failed(stillOpen(request, change.open))
  await audit(request, 'saved-keys', mode)
  await deps.keys.save({ shop, mode }, read.keys, change.account)
  const done = change.kind === 'other' ? 'keys-moved' : 'keys-saved'
  return c.redirect(`/settings/craftgate/${mode}?done=${done}`, 303)
}

function craftgateError(error: unknown): CraftgateError {
  if (CraftgateError.is(error)) return error
  throw error
}

const stillOpen = ({ messages }: AuthenticatedRequest, open: number): KeyProblem => ({
  text: `${messages.keys.notSameAccount} ${messages.keys.stillOpen(open)}`,
  status: 409,
})

function inWords({ messages, lang }: AuthenticatedRequest, mode: Mode, error: CraftgateError): KeyProblem {
  if (error.kind === 'unauthorized') return { text: messages.keys.unauthorized[mode] }
  if (error.kind === 'unavailable') return { text: messages.keys.unavailable, status: 503 }
  return { text: `${messages.keys.answered} ${sentenceIn(lang, error.merchantMessage)}`, status: 502 }
}

/** GET /settings/craftgate/:mode/remove */
export function askRemoval(request: AuthenticatedRequest, mode: Mode): Answer {
  const { removeTitle, removeText, removeConfirm } = request.messages.keys
  return confirmationPage(request, {
    title: removeTitle[mode],
    text: removeText,
    confirm: removeConfirm,
    action: `/settings/craftgate/${mode}/remove`,
    back: `/settings/craftgate/${mode}`,
  })
}

/** POST /settings/craftgate/:mode/remove; asks first when it was not asked yet. Payments that are open need their keys. */
export async function removeSettings(
  request: AuthenticatedRequest,
  mode: Mode,
  queries: MerchantQueries,
): Promise<Response> {
  const { c, deps, shop } = request
  if ((await readForm(c)).get('confirm') !== 'yes') return askRemoval(request, mode)
  const open = await queries.openPayments({ shop, mode }, deps.context.clock())
  if (open > 0) return notRemoved(request, mode, open)
  await audit(request, 'removed-keys', mode)
  await deps.keys.remove({ shop, mode })
  return c.redirect(`/settings/craftgate/${mode}?done=keys-removed`, 303)
}

function notRemoved(request: AuthenticatedRequest, mode: Mode, open: number): Answer {
  const { title, notRemovedTitle, stillOpen: sentence } = request.messages.keys
  const back = { href: `/settings/craftgate/${mode}`, text: title[mode] }
  return noticePage(request, { title: notRemovedTitle, status: 409, text: sentence(open), back })
}
