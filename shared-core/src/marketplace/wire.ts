// How Craftgate writes what the calls of a marketplace tell.
import { z } from 'zod'
import { momentOf } from '../istanbul-time'

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

export const moment = text.transform(momentOf)

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
