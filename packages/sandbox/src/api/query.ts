import { z } from 'zod'
import { parseMoment } from '../engine/clock/istanbul'
import { exponentOf, toMinor } from '../money/minor'

/** Page numbers start at 0; 25 a page unless asked (developer.craftgate.io/api, Çoğul Sonuçlu İşlemler). */
export const paging = {
  page: z.coerce.number().int().min(0).default(0),
  size: z.coerce.number().int().min(1).max(1000).default(25),
}

/** One page of what was found, the newest first. */
export function pageOf<T, V>(
  found: readonly T[],
  { page, size }: { page: number; size: number },
  view: (item: T) => V,
) {
  const items = found.toReversed().slice(page * size, (page + 1) * size)
  return { page, size, totalSize: found.length, items: items.map(view) }
}

/** Everything, as the lists that belong to one payment answer it. */
export const listOf = <T>(items: readonly T[]) => ({
  page: 0,
  size: items.length,
  totalSize: items.length,
  items,
})

/** A date of a query, as milliseconds. */
export const moment = z.string().transform((text, context) => {
  const value = parseMoment(text)
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: 'is not a date' })
  return z.NEVER
})

/** A decimal of a query, kept as text. */
export const decimal = z.string().regex(/^\d+(\.\d+)?$/)

/** True when nothing is asked for, or the value is the one asked for. */
export const is = <T>(input: T | undefined, value: T | undefined): boolean =>
  input === undefined || input === value

export const isWithin = (value: number, min: number | undefined, max: number | undefined): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

/** Compares a decimal limit with minor units; a finer limit than the currency knows is never met exactly, so it is cut. */
export function isWithinAmount(minor: number, currency: string, min?: string, max?: string): boolean {
  const scaled = (text: string | undefined) =>
    text === undefined ? undefined : cut(text, exponentOf(currency))
  return isWithin(minor, scaled(min), scaled(max))
}

function cut(text: string, exponent: number): number {
  const [whole = '0', fraction = ''] = text.split('.')
  return toMinor(`${whole}.${fraction.slice(0, exponent) || '0'}`, exponent) ?? 0
}
