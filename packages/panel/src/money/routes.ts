import type { Routes } from '../http/routes'
import { confirmPage } from './confirm-page'
import { moveMoney } from './move-money'

export function moneyRoutes({ page, action }: Routes): void {
  page('/payments/:reference/:action{capture|void|refund}', confirmPage)
  action('/payments/:reference/:action{capture|void|refund}', moveMoney)
}
