import type { Routes } from '../http/routes'
import { deleteLink, makeLink } from './link-actions'
import { linkPage } from './link-page'
import { linksPage } from './links-page'

export function linkRoutes({ page, action }: Routes): void {
  page('/links', (request) => linksPage(request))
  action('/links', makeLink)
  page('/links/:merchant/:id', linkPage)
  action('/links/:merchant/:id/delete', deleteLink)
}
