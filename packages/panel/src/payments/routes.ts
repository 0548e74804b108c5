import type { Routes } from '../http/routes'
import { find, listPage } from './list-page'
import { approveLoan, askAgain } from './payment-actions'
import { paymentPage } from './payment-page'
import { paymentsCsv } from './payments-csv'

export function paymentRoutes({ page, action }: Routes): void {
  page('/', listPage)
  action('/find', find)
  page('/payments.csv', paymentsCsv)
  page('/payments/:reference', paymentPage)
  action('/payments/:reference/ask', askAgain)
  action('/payments/:reference/approve-loan', approveLoan)
}
