import type { UserRequest } from '../http/panel-request'

const MOST_DAYS = 92
const DAY_MS = 86_400_000

/** A day of the calendar, written 2026-11-24; undefined when it is none. */
export function readDay(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined
}

/** So many days before today; Craftgate counts the days of Istanbul. */
export function dayBefore({ host }: Pick<UserRequest, 'host'>, days: number): string {
  const at = new Date(host.clock().getTime() - days * DAY_MS)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul', dateStyle: 'short' }).format(at)
}

/** Undefined for days that are none, are backwards, or too many. */
export function readPeriod(
  from: string | undefined,
  to: string | undefined,
): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = [readDay(from), readDay(to)]
  if (first === undefined || last === undefined) return undefined
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS
  return days < 0 || days > MOST_DAYS ? undefined : { from: first, to: last }
}
