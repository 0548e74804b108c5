// Craftgate writes dates as Turkish wall-clock time without a zone (the webhook samples show it: eventTime is three
// hours ahead of eventTimestamp). Turkey has kept +03:00 all year since 2016.
const OFFSET = 3 * 60 * 60 * 1000

/** "2023-04-13T14:15:32": Turkish wall-clock time, no zone. */
export const localTime = (moment: number): string => new Date(moment + OFFSET).toISOString().slice(0, 19)

/** "2023-04-13T14:15:32.123456", as webhooks write it. */
export const localTimeWithMicros = (moment: number): string =>
  `${new Date(moment + OFFSET).toISOString().slice(0, 23)}000`

/** "2023-04-13": the bank's day, which closes at midnight in Istanbul. */
export const bankDay = (moment: number): string => localTime(moment).slice(0, 10)

/** A date of a query: with a zone as it says, without one as Turkish time. Undefined when it is no date. */
export function parseMoment(text: string): number | undefined {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text)
  const moment = Date.parse(zoned ? text : `${text.length === 10 ? `${text}T00:00:00` : text}+03:00`)
  return Number.isNaN(moment) ? undefined : moment
}
