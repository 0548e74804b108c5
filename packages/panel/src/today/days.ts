// Days on the merchant's clock: one begins where the zone's own clock says midnight, whatever summer time does.

const partsOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

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

/**
 * The first moment of each of the last `count` days, today included, oldest first, and the end of today.
 * `timeZone` is an IANA name: Europe/Istanbul.
 */
export function lastDays(now: Date, count: number, timeZone: string): readonly Date[] {
  const format = partsOf(timeZone)
  const today = clockOf(now, format)
  return Array.from({ length: count + 1 }, (_, index) => {
    const day = today.getUTCDate() - count + 1 + index
    return momentOf(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), day)), format)
  })
}
