import { z } from 'zod'
import { parseMoment } from '../engine/clock/istanbul'
import { exponentOf, toMinor } from '../money/minor'

/** A date of a query, as milliseconds. */
export const moment = z.string().transform((text, context) => {
  const value = parseMoment(text)
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: 'is not a date' })
  return z.NEVER
})

/** A decimal of a query, kept as text. */
export const decimal = z.string().regex(/^\d+(\.\d+)?$/)

/** True when there is no wish, or the value is the wished one. */
export const is = <T>(wish: T | undefined, value: T | undefined): boolean =>
  wish === undefined || wish === value

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
