import type { Routes } from '../http/routes'
import { changePage } from './change-page'
import { changeLink, deleteLink, makeLink } from './link-actions'
import { linkPage } from './link-page'
import { linksPage } from './links-page'
import { matchLinkPayment } from './match-action'
import { matchPage } from './match-page'
import { linkPaymentPage } from './payment-page'

export function linkRoutes({ page, action }: Routes): void {
  page('/links', (request) => linksPage(request))
  action('/links', makeLink)
  page('/links/:merchant/:id', linkPage)
  page('/links/:merchant/:id/change', (request) => changePage(request))
  action('/links/:merchant/:id/change', changeLink)
  action('/links/:merchant/:id/delete', deleteLink)
  page('/links/:merchant/:id/payments/:payment', (request) => linkPaymentPage(request))
  page('/links/:merchant/:id/payments/:payment/match', matchPage)
  action('/links/:merchant/:id/payments/:payment/match', matchLinkPayment)
}
