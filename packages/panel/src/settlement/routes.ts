import type { Routes } from '../http/routes'
import { comparePage } from './compare-page'
import { dayCsv } from './day-csv'
import { dailyFile, orderedFile, orderReport } from './report-files'
import { settlementPage } from './settlement-page'

export function settlementRoutes({ page, action }: Routes): void {
  page('/settlement', settlementPage)
  page('/settlement/day', comparePage)
  page('/settlement/day.csv', dayCsv)
  page('/settlement/file', dailyFile)
  page('/settlement/ordered', orderedFile)
  action('/settlement/order', orderReport)
}
