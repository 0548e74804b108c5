// How Craftgate writes what the calls of a marketplace tell.
import { z } from 'zod'

/** Absent, null and empty are one. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)

/** The portal calls some numbers text. */
export const number = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined)

/** A time as Craftgate writes it: on the clock of Istanbul, without a zone (webhooks show it). */
export const moment = text.transform((written) => {
  const at = written === undefined ? undefined : new Date(`${written.slice(0, 19)}+03:00`)
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at
})

/** Days of Istanbul, both included: 2026-03-01. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const periodQuery = ({ from, to }: Period) => ({
  startDate: `${from}T00:00:00`,
  endDate: `${to}T23:59:59`,
})

/** What is asked for at once. */
export const PAGE_SIZE = 25
