import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { dayOfReport, demandReport, requireReport } from '../../engine/file-reports/report'
import type { Period, ReportDemand, ReportType } from '../../engine/file-reports/report-demand'
import { toCsv, toXlsx } from '../../spreadsheet/table'
import { type Api, type ApiContext, data } from '../api-context'
import { moment } from '../query'
import { readBody, readId, readQuery } from '../read'
import { reportTable } from './report-tables'

/** developer.craftgate.io/api/reports: the files of a day, and files that the merchant orders. */
export function fileReportRoutes(api: Api, ctx: SandboxContext): void {
  const file = (c: ApiContext, report: Period & { type: ReportType }, fileType: FileType) => {
    const { write, contentType } = FILES[fileType]
    const table = reportTable(ctx, c.get('merchant').apiKey, report)
    return c.body(new Uint8Array(write(table)), 200, { 'content-type': contentType })
  }

  for (const type of ['PAYMENT', 'TRANSACTION'] as const)
    api.get(`/file-reporting/v1/${type.toLowerCase()}-reports`, (c) => {
      const { reportDate: date, fileType } = readQuery(c, dailyReport)
      return file(c, { ...dayOfReport(ctx, c.get('merchant'), { type, date }), type }, fileType)
    })

  api.post('/file-reporting/v1/report-demands', (c) => {
    const { startDate: from, endDate: to, reportType: type } = readBody(c, demand)
    return data(c, demandView(demandReport(ctx, { merchant: c.get('merchant').apiKey, type, from, to })))
  })

  api.get('/file-reporting/v1/reports/:reportId{\\d+}', (c) => {
    const { fileType } = readQuery(c, orderedReport)
    return file(c, requireReport(ctx, c.get('merchant').apiKey, readId(c, 'reportId')), fileType)
  })
}

const fileType = z.enum(['CSV', 'XLSX'])
type FileType = z.output<typeof fileType>

const FILES = {
  CSV: { write: toCsv, contentType: 'text/csv; charset=utf-8' },
  XLSX: {
    write: toXlsx,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
}

const dailyReport = z.object({ reportDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), fileType })

/** In the clients only; without a type of file it is CSV (our reading). */
const orderedReport = z.object({ fileType: fileType.default('CSV') })

const demand = z.object({
  startDate: moment,
  endDate: moment,
  reportType: z.enum(['TRANSACTION', 'PAYMENT']),
  reportPeriod: z.enum(['INSTANT']).default('INSTANT'),
})

const demandView = ({ id, type, from, to }: ReportDemand) => ({
  ...{ id: String(id), reportType: type, reportPeriod: 'INSTANT' },
  ...{ startDate: localTime(from), endDate: localTime(to) },
})
