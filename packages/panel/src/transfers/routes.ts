import type { Routes } from '../http/routes'
import { closeTransfer, confirmTransfer, reopenTransfer } from './transfer-actions'
import { transferPage } from './transfer-page'
import { transfersPage } from './transfers-page'

export function transferRoutes({ page, action }: Routes): void {
  page('/transfers', transfersPage)
  page('/transfers/:merchant/:id', (request) => transferPage(request))
  action('/transfers/:merchant/:id/confirm', confirmTransfer)
  action('/transfers/:merchant/:id/close', closeTransfer)
  action('/transfers/:merchant/:id/reopen', reopenTransfer)
}
