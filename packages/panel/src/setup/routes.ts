import type { Routes } from '../http/routes'
import { changeCommission, commissionPage } from './commission-page'
import { posPage } from './pos-page'
import { changePos, inspectAgain, sendTestAlert } from './setup-actions'
import { setupPage } from './setup-page'

export function setupRoutes({ page, action }: Routes): void {
  page('/setup', setupPage)
  action('/setup/inspect', inspectAgain)
  action('/setup/alerts/test', sendTestAlert)
  page('/setup/poses/:merchant/:id', (request) => posPage(request))
  page('/setup/poses/:merchant/:id/commission', commissionPage)
  action('/setup/poses/:merchant/:id/commission', changeCommission)
  action('/setup/poses/:merchant/:id/:status', changePos)
}
