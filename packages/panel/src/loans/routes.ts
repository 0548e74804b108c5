import type { Routes } from '../http/routes'
import { askLimit, completeLimit } from './limit-actions'
import { limitPage } from './limit-page'
import { approveLoan, verifyLoan } from './loan-actions'
import { loansPage } from './loans-page'

export function loanRoutes({ page, action }: Routes): void {
  page('/loans', loansPage)
  action('/loans/:reference/approve', approveLoan)
  action('/loans/:reference/verify', verifyLoan)
  page('/loans/limit', (request) => limitPage(request, { step: 'ask' }))
  action('/loans/limit', askLimit)
  action('/loans/limit/code', completeLimit)
}
