import type { Routes } from '../http/routes'
import { fraudPage } from './fraud-page'
import { addValue, deleteList, removeValue } from './list-actions'
import { listPage } from './list-page'
import { approveReview, rejectReview } from './review-actions'
import { reviewPage } from './review-page'

export function fraudRoutes({ page, action }: Routes): void {
  page('/fraud', (request) => fraudPage(request))
  page('/fraud/reviews/:reference', (request) => reviewPage(request))
  action('/fraud/reviews/:reference/approve', approveReview)
  action('/fraud/reviews/:reference/reject', rejectReview)
  action('/fraud/lists', addValue)
  page('/fraud/lists/:merchant/:name', (request) => listPage(request))
  action('/fraud/lists/:merchant/:name/remove', removeValue)
  action('/fraud/lists/:merchant/:name/delete', deleteList)
}
