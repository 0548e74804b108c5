import { zonedIso, zoneOf } from '../days/days'
import { may, type UserRequest } from '../http/panel-request'
import type { AuditQuery } from '../panel-host'
import { csvFile } from '../ui/csv'
import { notAllowedPage } from '../ui/notice-page'
import { askedFor } from './audit-query'
import { actionText, auditWords } from './words'

const MOST = 10_000
const AT_ONCE = 500

/** GET /audit.csv: the newest 10,000 of what the page lists, without its pages. */
export function auditCsv(request: UserRequest): Response | Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const { c, host, user, lang, words } = request
  const { by } = askedFor((name) => c.req.query(name))
  const { who, what, reference } = auditWords[lang]
  let before: AuditQuery['before']
  let left = MOST
  return csvFile('craftgate-audit', [words.columns.time, who, what, reference], async () => {
    if (left <= 0) return undefined
    const rows = await host.audit.page({ shop: user.shop, by, before, limit: AT_ONCE })
    before = rows.at(-1)
    left = rows.length < AT_ONCE ? 0 : left - AT_ONCE
    return rows.map((row) => [
      zonedIso(row.at, zoneOf(host)),
      row.userName,
      actionText(request, row.action),
      row.reference ?? '',
    ])
  })
}
