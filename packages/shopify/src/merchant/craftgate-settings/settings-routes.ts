import { CraftgateError, sentenceIn } from '@craftgate-commerce/core'
import type { Mode } from '../../tenant'
import { confirmationPage, missingPage, noticePage } from '../page/notice-page'
import { readForm } from '../page/read-form'
import type { Answer, ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { accountChange } from './account-change'
import { readKeysForm } from './keys-form'
import { readable, savedKeysOf } from './saved-keys'
import type { KeyProblem, TypedKeys } from './settings'
import { settingsPage } from './settings-page'

function modeOfPath({ context }: ShopVisit): Mode | undefined {
  const mode = context.req.param('mode')
  return mode === 'live' || mode === 'test' ? mode : undefined
}

/** Runs the work for the mode that the path names. */
export const inMode =
  (work: (visit: ShopVisit, mode: Mode) => Answer) =>
  (visit: ShopVisit): Answer => {
    const mode = modeOfPath(visit)
    return mode === undefined ? missingPage(visit) : work(visit, mode)
  }

interface Failed {
  readonly typed: TypedKeys
  readonly problem: KeyProblem
}

/** GET /settings/craftgate/:mode, and what a form that was not saved is answered with. */
export async function showSettings(visit: ShopVisit, mode: Mode, reads: MerchantReads, failed?: Failed) {
  const { shop } = visit
  const [saved, changedAt] = await Promise.all([
    savedKeysOf(visit, mode),
    reads.keysChangedAt({ shop, mode }),
  ])
  return settingsPage(visit, { mode, saved, changedAt, ...failed })
}

/** POST /settings/craftgate/:mode: nothing is saved that Craftgate did not accept just now. */
export async function saveSettings(visit: ShopVisit, mode: Mode, reads: MerchantReads) {
  const { context, parts, shop } = visit
  const form = await readForm(context)
  const typed = { apiKey: (form.get('apiKey') ?? '').trim() }
  const failed = (problem: KeyProblem) => showSettings(visit, mode, reads, { typed, problem })
  const saved = readable(await savedKeysOf(visit, mode))
  const read = readKeysForm(form, saved)
  if (!read.ok) return failed({ fields: read.problems })
  const change = await accountChange(visit, { mode, keys: read.keys, saved }, reads).catch(craftgateError)
  if (CraftgateError.is(change)) return failed(inWords(visit, mode, change))
  if (change.kind === 'refused') return failed(stillOpen(visit, change.open))
  await parts.keys.save({ shop, mode }, read.keys)
  const done = change.kind === 'other' ? 'keys-moved' : 'keys-saved'
  return context.redirect(`/settings/craftgate/${mode}?done=${done}`, 303)
}

function craftgateError(error: unknown): CraftgateError {
  if (CraftgateError.is(error)) return error
  throw error
}

const stillOpen = ({ words }: ShopVisit, open: number): KeyProblem => ({
  text: `${words.keys.notSameAccount} ${words.keys.stillOpen(open)}`,
  status: 409,
})

function inWords({ words, lang }: ShopVisit, mode: Mode, error: CraftgateError): KeyProblem {
  if (error.kind === 'unauthorized') return { text: words.keys.unauthorized[mode] }
  if (error.kind === 'unavailable') return { text: words.keys.unavailable, status: 503 }
  return { text: `${words.keys.answered} ${sentenceIn(lang, error.merchantMessage)}`, status: 502 }
}

/** GET /settings/craftgate/:mode/remove */
export function askRemoval(visit: ShopVisit, mode: Mode): Answer {
  const { removeTitle, removeText, removeConfirm } = visit.words.keys
  return confirmationPage(visit, {
    title: removeTitle[mode],
    text: removeText,
    confirm: removeConfirm,
    action: `/settings/craftgate/${mode}/remove`,
    back: `/settings/craftgate/${mode}`,
  })
}

/** POST /settings/craftgate/:mode/remove; asks first when it was not asked yet. Payments that are open need their keys. */
export async function removeSettings(visit: ShopVisit, mode: Mode, reads: MerchantReads): Promise<Response> {
  const { context, parts, shop } = visit
  if ((await readForm(context)).get('confirm') !== 'yes') return askRemoval(visit, mode)
  const open = await reads.openPayments({ shop, mode })
  if (open > 0) return notRemoved(visit, mode, open)
  await parts.keys.remove({ shop, mode })
  return context.redirect(`/settings/craftgate/${mode}?done=keys-removed`, 303)
}

function notRemoved(visit: ShopVisit, mode: Mode, open: number): Answer {
  const { title, notRemovedTitle, stillOpen: sentence } = visit.words.keys
  const back = { href: `/settings/craftgate/${mode}`, text: title[mode] }
  return noticePage(visit, { title: notRemovedTitle, status: 409, text: sentence(open), back })
}
