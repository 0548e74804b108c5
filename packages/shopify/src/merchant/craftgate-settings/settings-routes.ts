import { type CraftgateError, sentenceIn } from '@craftgate-commerce/core'
import { type CraftgateKeys, merchantOptionsOf } from '../../shops/craftgate-keys'
import type { Mode } from '../../tenant'
import { confirmationPage, missingPage } from '../page/notice-page'
import { readForm } from '../page/read-form'
import type { Answer, ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { checkKeys } from './check-keys'
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
  const read = readKeysForm(form, readable(await savedKeysOf(visit, mode)))
  if (!read.ok) return showSettings(visit, mode, reads, { typed, problem: { fields: read.problems } })
  const problem = await problemOf(visit, mode, read.keys)
  if (problem !== undefined) return showSettings(visit, mode, reads, { typed, problem })
  await parts.keys.save({ shop, mode }, read.keys)
  return context.redirect(`/settings/craftgate/${mode}?done=keys-saved`, 303)
}

async function problemOf(visit: ShopVisit, mode: Mode, keys: CraftgateKeys): Promise<KeyProblem | undefined> {
  const { emulator } = visit.parts.house.options.craftgate
  const error = await checkKeys(merchantOptionsOf(mode, keys, emulator))
  return error && inWords(visit, mode, error)
}

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

/** POST /settings/craftgate/:mode/remove; asks first when it was not asked yet. */
export async function removeSettings(visit: ShopVisit, mode: Mode): Promise<Response> {
  const { context, parts, shop } = visit
  if ((await readForm(context)).get('confirm') !== 'yes') return askRemoval(visit, mode)
  await parts.keys.remove({ shop, mode })
  return context.redirect(`/settings/craftgate/${mode}?done=keys-removed`, 303)
}
