/** Craftgate writes Turkish wall-clock time without a zone; Turkey has kept +03:00 all year since 2016. */
const ISTANBUL = '+03:00'

/** A time as Craftgate writes it (2026-03-01T14:07:18, also with a zone); undefined for what is none. */
export function momentOf(written: string | undefined): Date | undefined {
  if (written === undefined) return undefined
  const at = new Date(/[Zz]|[+-]\d\d:\d\d$/.test(written) ? written : `${written.slice(0, 19)}${ISTANBUL}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** The day of a moment on that clock: 2026-03-01. */
export const istanbulDay = (at: Date): string =>
  new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)
