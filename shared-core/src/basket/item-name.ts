/** Craftgate documents no limit; 255 is what a text column commonly holds. */
const LONGEST = 255

/**
 * A name that is safe to show: control, formatting and unpaired characters become one space, long ones end in "…"
 * without cutting a character in half, and an empty one gives way to `otherwise`.
 */
export function itemName(name: string, otherwise: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
  if (clean === '') return otherwise
  if (clean.length <= LONGEST) return clean
  return `${clean.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
