import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { fraudPage } from './fraud-page'
import { fraudPath } from './fraud-path'
import { namedList } from './list-page'
import { readValueForm } from './value-form'

/** Who goes on a list is a setting of the shop's. What was put there may be personal data, so only the list is written down. */
/** POST /fraud/lists. The form bears a key: sent twice it adds once. */
export async function addValue(request: UserRequest): Promise<Response> {
  const { c, commerce, host, lang, user } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const read = readValueForm(form, user.merchants)
  if ('wrong' in read) return fraudPage(request, { form, wrong: read.wrong })
  const { merchant, value } = read.typed
  await audit(request, 'asked-for-value', value.listName)
  try {
    await commerce.fraud.addToList(merchant, value)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not add a value to a list', logError(error))
    return fraudPage(request, { form, refusal: error.merchantMessage[lang] })
  }
  await audit(request, 'listed-value', value.listName)
  return c.redirect(`${fraudPath(request, 'lists', merchant, value.listName)}?done=listed-value`, 303)
}

/** POST /fraud/lists/:merchant/:name/remove. One that is gone already is gone. */
export async function removeValue(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = await namedList(request)
  if (named === undefined) return missingPage(request)
  const { merchant, list } = named
  const id = new URLSearchParams(await c.req.text()).get('value') ?? ''
  await audit(request, 'unlisted-value', list.name)
  if (list.values.some((value) => value.id === id))
    await commerce.fraud.removeFromList(merchant, list.name, id)
  return c.redirect(`${fraudPath(request, 'lists', merchant, list.name)}?done=unlisted-value`, 303)
}

/** POST /fraud/lists/:merchant/:name/delete */
export async function deleteList(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = await namedList(request)
  if (named === undefined) return missingPage(request)
  const { merchant, list } = named
  await audit(request, 'deleted-list', list.name)
  await commerce.fraud.deleteList(merchant, list.name)
  return c.redirect(`${fraudPath(request)}?done=deleted-list`, 303)
}
