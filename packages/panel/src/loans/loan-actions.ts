import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { AuditAction, PanelPayments, PanelPermission } from '../panel-host'
import { auditedPayment } from '../payments/audited-payment'
import { notAllowedPage } from '../ui/notice-page'
import { loanWords } from './words'

interface Decision {
  readonly audited: AuditAction
  readonly needs: PanelPermission
  /** What the page says then. */
  readonly done: string
  readonly run: (payments: PanelPayments, reference: string) => Promise<void>
}

/** POST /loans/:reference/approve. A loan is approved once, however often that is asked. */
export const approveLoan = (request: UserRequest): Promise<Response> =>
  decide(request, {
    audited: 'approved-loan',
    needs: 'capture',
    done: 'approved-loan',
    run: (payments, reference) => payments.approveLoan(reference),
  })

/** POST /loans/:reference/verify: the lender is asked by Craftgate, and the order moves by the answer. */
export const verifyLoan = (request: UserRequest): Promise<Response> =>
  decide(request, {
    audited: 'asked-again',
    needs: 'settle',
    done: 'verified',
    run: (payments, reference) => payments.askAgain(reference),
  })

async function decide(request: UserRequest, { audited, needs, done, run }: Decision): Promise<Response> {
  const { c, host, user } = request
  if (!user.permissions.includes(needs)) return notAllowedPage(request)
  const named = await auditedPayment(request, { audited, needs })
  if (named instanceof Response) return named
  const { payments, reference } = named
  const said = await run(payments, reference).then(
    () => done,
    (error: unknown) => {
      host.logger.warn(`The panel could not do this: ${audited}`, logError(error))
      return wordFor(error)
    },
  )
  return c.redirect(`${pathTo(request, '/loans')}?done=${said}`, 303)
}

const wordFor = (error: unknown): string =>
  CraftgateError.is(error) && Object.hasOwn(loanWords.tr.done, error.code) ? error.code : 'failed'
