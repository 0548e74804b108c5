import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { inspectNow } from './inspected'
import { isPosStatus, namedPos, posPage } from './pos-page'
import { posPath } from './pos-table'

/** POST /setup/inspect. An account that cannot be inspected is told of on the page. */
export async function inspectAgain(request: UserRequest): Promise<Response> {
  const { c, host, user } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  await audit(request, 'inspected-setup')
  const inspections = user.merchants.map((merchant) => inspectNow(request, merchant))
  const failed = (await Promise.allSettled(inspections)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected')
    host.logger.warn('The set-up of an account could not be inspected', logError(failed.reason))
  return c.redirect(`${pathTo(request, '/setup')}?done=${failed ? 'failed' : 'inspected'}`, 303)
}

/** POST /setup/alerts/test: one of each account, as whoever takes alerts would see it. */
export async function sendTestAlert(request: UserRequest): Promise<Response> {
  const { c, commerce, user } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  await audit(request, 'sent-test-alert')
  const sent = await Promise.all(user.merchants.map((merchant) => commerce.alerts.sendTest(merchant)))
  const isTaken = sent.every(({ failed }) => failed.length === 0)
  return c.redirect(
    `${pathTo(request, '/setup')}?done=${isTaken ? 'sent-test-alert' : 'alert-not-taken'}`,
    303,
  )
}

/** POST /setup/poses/:merchant/:id/:status */
export async function changePos(request: UserRequest): Promise<Response> {
  const { c, commerce, host, lang } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const status = c.req.param('status')
  const named = await namedPos(request)
  if (named === undefined || !isPosStatus(status)) return missingPage(request)
  const { merchant, pos } = named
  await audit(request, 'changed-pos', pos.id)
  try {
    await commerce.setup.changePos(merchant, pos.id, status)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not change a POS', logError(error))
    return posPage(request, error.merchantMessage[lang])
  }
  return c.redirect(`${posPath(request, merchant, pos.id)}?done=changed-pos`, 303)
}
