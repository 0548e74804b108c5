import type { Money } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { zoneOf } from '../days/days'
import { audit } from '../http/audit'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { typedAmount } from '../ui/texts'
import { changePage } from './change-page'
import { readLinkForm } from './link-form'
import { linkPath, linksPage } from './links-page'
import { namedLink } from './named-link'

/** POST /links. The form bears a key: sent twice it makes one link. */
export async function makeLink(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!may(request, 'receive')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const read = readLinkForm(form, { merchants: user.merchants, now: host.clock(), timeZone: zoneOf(host) })
  if (!read.ok) return linksPage(request, { form, wrong: read.wrong })
  const { merchant, terms, once: idempotencyKey } = read.typed
  await audit(request, 'asked-for-link', merchant)
  try {
    const { id } = await commerce.paymentLinks.create(merchant, { ...terms, idempotencyKey })
    await audit(request, 'made-link', id)
    return c.redirect(`${linkPath(request, merchant, id)}?done=made-link`, 303)
  } catch (error) {
    host.logger.warn('The panel could not make a link', logError(error))
    return c.redirect(`${pathTo(request, '/links')}?done=failed`, 303)
  }
}

/** POST /links/:merchant/:id/change. The whole link is written anew, so a second press changes nothing. */
export async function changeLink(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!may(request, 'receive')) return notAllowedPage(request)
  const named = await namedLink(request)
  if (named === undefined) return missingPage(request)
  const { merchant, link } = named
  const form = new URLSearchParams(await c.req.text())
  form.set('merchant', merchant)
  const { expiresAt } = link
  const reading = { merchants: user.merchants, now: host.clock(), timeZone: zoneOf(host), expiresAt }
  const read = readLinkForm(form, reading)
  if (!read.ok) return changePage(request, { form, wrong: read.wrong })
  const { terms } = read.typed
  const price = isUntouched(request, form, link.price) ? link.price : terms.price
  const change = { ...terms, price, isOpen: form.get('open') === 'on' }
  await audit(request, 'changed-link', link.id)
  const done = await commerce.paymentLinks.update(merchant, link.id, change).then(
    () => 'changed-link',
    (error: unknown) => {
      host.logger.warn('The panel could not change a link', logError(error))
      return 'failed'
    },
  )
  return c.redirect(`${linkPath(request, merchant, link.id)}?done=${done}`, 303)
}

/** The price as the form was filled with it. Typed by a person, 1.250 dinars may be groups of thousands; here they are not. */
const isUntouched = ({ lang }: UserRequest, form: URLSearchParams, price: Money): boolean =>
  form.get('price') === typedAmount(price, lang) && form.get('currency') === price.currency

/** POST /links/:merchant/:id/delete */
export async function deleteLink(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  if (!may(request, 'receive')) return notAllowedPage(request)
  const named = await namedLink(request)
  if (named === undefined) return missingPage(request)
  const { merchant, link } = named
  await audit(request, 'deleted-link', link.id)
  await commerce.paymentLinks.delete(merchant, link.id)
  return c.redirect(`${pathTo(request, '/links')}?done=deleted-link`, 303)
}
