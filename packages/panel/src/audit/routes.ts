import type { Routes } from '../http/routes'
import { auditCsv } from './audit-csv'
import { auditPage } from './audit-page'

export function auditRoutes({ page }: Routes): void {
  page('/audit', auditPage)
  page('/audit.csv', auditCsv)
}
