import { logError } from '@craftgate-commerce/core/adapter'
import type { UserRequest } from '../http/panel-request'
import type { AuditAction, PanelPayments, PanelPermission } from '../panel-host'
import { auditedPayment } from './audited-payment'
import { paymentPath } from './payment-table'

interface Action {
  readonly name: AuditAction
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

/** Whatever goes wrong on the way is said on the page. */
async function act(request: UserRequest, { name, needs, run }: Action): Promise<Response> {
  const named = await auditedPayment(request, { audited: name, needs })
  if (named instanceof Response) return named
  const { payments, reference } = named
  const { c, host } = request
  const done = await run(payments, reference).then(
    () => name,
    (error: unknown) => {
      host.logger.warn(`The panel could not do this: ${name}`, logError(error))
      return 'failed'
    },
  )
  return c.redirect(`${paymentPath(request, reference)}?done=${done}`, 303)
}
