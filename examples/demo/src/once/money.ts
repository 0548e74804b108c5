/** Kuruş as people write them: 124990 is "1.249,90 TL". */
export function lira(units: number): string {
  const [whole, part] = [Math.trunc(units / 100), Math.abs(units % 100)]
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${grouped},${String(part).padStart(2, '0')} TL`
}

/**
 * Decimal text of lira in kuruş: "1249.9" is 124990, nothing is 0.
 * @throws Error when there are parts of a kuruş.
 */
export function unitsOf(decimal: string): number {
  const [, whole, part = ''] = /^(\d*)\.?(\d{0,2})0*$/.exec(decimal) ?? []
  if (whole === undefined) throw new Error(`${decimal} lira are not whole kuruş`)
  return Number(`${whole}${part.padEnd(2, '0')}`)
}

/** Kuruş as decimal text of lira: 124990 is "1249.90". */
export function decimalOf(units: number): string {
  const digits = String(units).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
