import { logError } from '@craftgate-commerce/core/adapter'
import { may, type UserRequest } from '../http/panel-request'
import type { AuditEntry, PanelPayments, PanelPermission } from '../panel-host'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { paymentPath } from './payment-table'

interface Action {
  readonly name: AuditEntry['action']
  readonly needs: PanelPermission
  readonly run: (payments: PanelPayments, reference: string) => Promise<void>
}

const ASK: Action = {
  name: 'asked-again',
  needs: 'settle',
  run: (payments, reference) => payments.askAgain(reference),
}
const APPROVE: Action = {
  name: 'approved-loan',
  needs: 'capture',
  run: (payments, reference) => payments.approveLoan(reference),
}

/** POST /payments/:reference/ask */
export const askAgain = (request: UserRequest): Promise<Response> => act(request, ASK)

/** POST /payments/:reference/approve-loan */
export const approveLoan = (request: UserRequest): Promise<Response> => act(request, APPROVE)

/** Whatever goes wrong on the way is said on the page. What was done is written down before it is done. */
async function act(request: UserRequest, { name, needs, run }: Action): Promise<Response> {
  const { c, host, user } = request
  const reference = c.req.param('reference') ?? ''
  const payments = host.payments(user)
  const payment = await payments.find(reference)
  if (payment === undefined) return missingPage(request)
  if (!may(request, needs, payment.attempt)) return notAllowedPage(request)
  await host.audit({ at: host.clock(), user: user.id, action: name, reference })
  const done = await run(payments, reference).then(
    () => name,
    (error: unknown) => {
      host.logger.warn(`The panel could not do this: ${name}`, logError(error))
      return 'failed'
    },
  )
  return c.redirect(`${paymentPath(request, reference)}?done=${done}`, 303)
}
