import { logError } from '@craftgate-commerce/core/adapter'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { readLinkForm } from './link-form'
import { namedLink } from './link-page'
import { linkPath, linksPage } from './links-page'

/** POST /links. The form bears a key: sent twice it makes one link. */
export async function makeLink(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!may(request, 'receive')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const read = readLinkForm(form, { merchants: user.merchants, now: host.clock() })
  if (!read.ok) return linksPage(request, { form, wrong: read.wrong })
  const { merchant, link } = read.typed
  try {
    const { id } = await commerce.paymentLinks.create(merchant, link)
    await host.audit({ at: host.clock(), user: user.id, action: 'made-link', reference: String(id) })
    return c.redirect(`${linkPath(request, merchant, id)}?done=made-link`, 303)
  } catch (error) {
    host.logger.warn('The panel could not make a link', logError(error))
    return c.redirect(`${pathTo(request, '/links')}?done=failed`, 303)
  }
}

/** POST /links/:merchant/:id/delete */
export async function deleteLink(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!may(request, 'receive')) return notAllowedPage(request)
  const named = await namedLink(request)
  if (named === undefined) return missingPage(request)
  const { merchant, link } = named
  await host.audit({ at: host.clock(), user: user.id, action: 'deleted-link', reference: String(link.id) })
  await commerce.paymentLinks.delete(merchant, link.id)
  return c.redirect(`${pathTo(request, '/links')}?done=deleted-link`, 303)
}
