import { CraftgateError, type ReportFile, type ReportFormat, type ReportKind } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { readDay, readPeriod } from '../days/days'
import { audit } from '../http/audit'
import { type Answer, may, pathTo, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage, noticePage } from '../ui/notice-page'
import { settlementWords } from './words'

export const KINDS = ['payments', 'transactions'] as const satisfies readonly ReportKind[]
/** So long a time is asked for at once. */
export const MOST_DAYS = 92
export const FORMATS = ['CSV', 'XLSX'] as const satisfies readonly ReportFormat[]

const TYPES: Readonly<Record<ReportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface Asked {
  readonly merchant: string
  readonly kind: ReportKind
  readonly format: ReportFormat
}

/** An account that the user works with, and what Craftgate knows; undefined for anything else. */
function readAsked(user: UserRequest['user'], read: (name: string) => string | undefined): Asked | undefined {
  const merchant = user.merchants.find((name) => name === read('account'))
  const kind = KINDS.find((name) => name === (read('kind') ?? 'payments'))
  const format = FORMATS.find((name) => name === (read('format') ?? 'CSV'))
  return merchant === undefined || kind === undefined || format === undefined
    ? undefined
    : { merchant, kind, format }
}

/** GET /settlement/file: the file of a day. */
export async function dailyFile(request: UserRequest): Promise<Response> {
  const { c, commerce, user } = request
  const asked = readAsked(user, (name) => c.req.query(name))
  const day = readDay(c.req.query('day'))
  if (asked === undefined || day === undefined) return missingPage(request)
  const { merchant, kind, format } = asked
  const name = `craftgate-${kind}-${day}.${format.toLowerCase()}`
  return fileOr(request, name, format, () => commerce.reports.daily(merchant, { kind, day, format }))
}

/** GET /settlement/ordered: the file that was ordered. */
export async function orderedFile(request: UserRequest): Promise<Response> {
  const { c, commerce, user } = request
  const asked = readAsked(user, (name) => c.req.query(name))
  const id = c.req.query('id') ?? ''
  if (asked === undefined || !/^[A-Za-z0-9-]{1,64}$/.test(id)) return missingPage(request)
  const { merchant, format } = asked
  const name = `craftgate-report-${id}.${format.toLowerCase()}`
  return fileOr(request, name, format, () => commerce.reports.ordered(merchant, id, format))
}

/** POST /settlement/order, for whoever may let Craftgate be asked. The form bears a key: sent twice it orders one. */
export async function orderReport(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!may(request, 'settle')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const asked = readAsked(user, (name) => form.get(name) ?? undefined)
  const period = readPeriod(form.get('from') ?? undefined, form.get('to') ?? undefined, MOST_DAYS)
  const once = form.get('once') ?? ''
  const back = pathTo(request, '/settlement')
  if (asked === undefined || period === undefined || !/^[A-Za-z0-9-]{1,64}$/.test(once))
    return c.redirect(`${back}?done=wrong-day`, 303)
  const { merchant, kind } = asked
  await audit(request, 'asked-for-report', merchant)
  try {
    const id = await commerce.reports.order(merchant, { kind, ...period, idempotencyKey: once })
    await audit(request, 'ordered-report', id)
    return c.redirect(`${back}?${new URLSearchParams({ ordered: id, account: merchant })}`, 303)
  } catch (error) {
    host.logger.warn('The panel could not order a report', logError(error))
    return c.redirect(`${back}?done=failed`, 303)
  }
}

async function fileOr(
  request: UserRequest,
  name: string,
  format: ReportFormat,
  read: () => Promise<ReportFile>,
): Promise<Response> {
  try {
    return new Response(await read(), {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    return noFile(request, error)
  }
}

/** Not made yet, switched off, or Craftgate is away: its own words say which. */
function noFile(request: UserRequest, { merchantMessage }: CraftgateError): Answer {
  const { lang } = request
  const words = settlementWords[lang]
  const text = `${words.notReadyText}: ${merchantMessage[lang]} ${words.filesHelp}`
  return noticePage(request, { title: words.notReady, status: 404, text })
}
