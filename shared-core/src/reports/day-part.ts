// A day in parts, each with few enough payments to be compared at once. Parts are stretches of the day's clock, because
// only these mean the same in Craftgate's search and in the shop's entries, in whatever order either lists them.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'

/** 14:07:30; a day ends at 24:00:00. */
export type TimeOfDay = string

/** Of a day of Istanbul's calendar: the first second that counts, and the first that does not any more. */
export interface DayPart {
  readonly day: string
  readonly from: TimeOfDay
  readonly until: TimeOfDay
  /** It is a single second, and has more payments than a part may have. */
  readonly isCut: boolean
}

export const DAY_BEGINS = '00:00:00'
export const DAY_ENDS = '24:00:00'
const SECONDS_OF_A_DAY = 86_400
const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/

/** Undefined for what is no time of a day. */
export function readTimeOfDay(text: string | undefined): TimeOfDay | undefined {
  return text !== undefined && TIME.test(text) ? text : undefined
}

const secondsOf = (time: TimeOfDay): number =>
  time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)

const timeOf = (seconds: number): TimeOfDay =>
  [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')

/** Turkey has kept +03:00 all year since 2016. */
export const momentOfPart = (day: string, time: TimeOfDay): Date =>
  new Date(Date.parse(`${day}T00:00:00+03:00`) + secondsOf(time) * 1_000)

type Clock = Pick<DayPart, 'day' | 'from' | 'until'>

/** What a search of these payments asks: both ends are included, and seconds have parts (the official Node client sends such). */
export const queryOfPart = ({ day, from, until }: Clock) => ({
  minCreatedDate: `${day}T${from}`,
  maxCreatedDate: `${day}T${timeOf(secondsOf(until) - 1)}.999`,
  paymentStatus: 'SUCCESS',
})

const countShape = z.object({ totalSize: z.number().int() })

/** The longest part that begins then and has at most `most` payments, found by halving what is left of the day; a second at least. */
export async function partFrom(
  client: CraftgateClient,
  { day, from, most }: { readonly day: string; readonly from: TimeOfDay; readonly most: number },
): Promise<DayPart> {
  const begin = secondsOf(from)
  for (let length = SECONDS_OF_A_DAY - begin; ; length = Math.ceil(length / 2)) {
    const part = { day, from, until: timeOf(begin + length) }
    const query = { ...queryOfPart(part), page: 0, size: 1 }
    const answer = await client.call('searchPayments', { query })
    const { totalSize } = readAnswer(countShape, answer, 'the number of payments of a day')
    if (totalSize <= most || length === 1) return { ...part, isCut: totalSize > most }
  }
}
