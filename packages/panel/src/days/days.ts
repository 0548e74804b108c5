// Days of the calendar, written 2026-11-24, on the clock of a zone: one begins where that clock says midnight, whatever
// summer time does.
import type { PanelHost } from '../panel-host'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Craftgate counts the days of its files, payouts and reports in Istanbul, wherever the shop is. */
export const CRAFTGATE_ZONE = 'Europe/Istanbul'

/** Whose days the merchant counts by: an IANA name. */
export const zoneOf = ({ timeZone }: Pick<PanelHost, 'timeZone'>): string => timeZone ?? CRAFTGATE_ZONE

/** As it is written, of this century; undefined when there is no such day. */
export function readDay(text: string | undefined): string | undefined {
  if (text === undefined || !/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && written(at) === text ? text : undefined
}

/** Undefined for days that are none, are backwards, or lie further apart. */
export function readPeriod(
  from: string | undefined,
  to: string | undefined,
  mostDays: number,
): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = [readDay(from), readDay(to)]
  if (first === undefined || last === undefined) return undefined
  return last < first || first < shiftDay(last, -mostDays) ? undefined : { from: first, to: last }
}

export const shiftDay = (day: string, by: number): string =>
  written(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS)

/** The day of a moment. */
export const dayAt = (at: Date, timeZone: string): string => written(clockOf(at, partsOf(timeZone)).getTime())

export const startOfDay = (day: string, timeZone: string): Date =>
  momentOf(new Date(`${day}T00:00:00Z`), partsOf(timeZone))

/** The first moment that is not of this day any more. */
export const endOfDay = (day: string, timeZone: string): Date => startOfDay(shiftDay(day, 1), timeZone)

/** A moment for a file: 2026-11-24T15:04:05+03:00, on the clock of a zone, so that a reader counts it to the right day. */
export function zonedIso(at: Date, timeZone: string): string {
  const clock = clockOf(at, partsOf(timeZone)).getTime()
  const minutes = Math.round((clock - at.getTime()) / MINUTE_MS)
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((each) =>
    String(each).padStart(2, '0'),
  )
  return `${new Date(clock).toISOString().slice(0, 19)}${minutes < 0 ? '-' : '+'}${hour}:${minute}`
}

/** The first moment of each of the last `count` days, today included, oldest first, and the end of today. */
export function lastDays(now: Date, count: number, timeZone: string): readonly Date[] {
  const today = dayAt(now, timeZone)
  return Array.from({ length: count + 1 }, (_, index) =>
    startOfDay(shiftDay(today, index - count + 1), timeZone),
  )
}

const written = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** By the zone: one takes longer to make than to use, and a file asks for each row. */
const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const number = 'numeric'
  const date = { year: number, month: number, day: number } as const
  const time = { hour: number, minute: number, second: number, hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...date, ...time })
  formats.set(timeZone, made)
  return made
}

/** The zone's own date and time of a moment, as if it were UTC. */
function clockOf(at: Date, format: Intl.DateTimeFormat): Date {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}

/** The moment when this clock shows this time; where it shows it twice the first, where never the next one. */
function momentOf(clock: Date, format: Intl.DateTimeFormat): Date {
  const offset = (at: Date) => clockOf(at, format).getTime() - at.getTime()
  const first = new Date(clock.getTime() - offset(clock))
  return new Date(clock.getTime() - offset(first))
}
