import type { Routes } from '../http/routes'
import { confirmPage } from './confirm-page'
import { moveMoney } from './move-money'
import { refundUnexpected } from './refund-unexpected'
import { unexpectedPage } from './unexpected-page'

export function moneyRoutes({ page, action }: Routes): void {
  page('/payments/:reference/:action{capture|void|refund}', confirmPage)
  action('/payments/:reference/:action{capture|void|refund}', moveMoney)
  page('/unexpected/:reference/:attempt{\\d+}', (request) => unexpectedPage(request))
  action('/unexpected/:reference/:attempt{\\d+}', refundUnexpected)
}
