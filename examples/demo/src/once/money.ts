/** Vendure's amount of lira as people write it: 124990 is "1.249,90 TL". */
export function lira(units: number): string {
  const [whole, part] = [Math.trunc(units / 100), Math.abs(units % 100)]
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${grouped},${String(part).padStart(2, '0')} TL`
}

/** Decimal text of lira in Vendure's units: "1249.9" is 124990. */
export function unitsOf(decimal: string): number {
  const [whole = '0', part = ''] = decimal.split('.')
  return Number(`${whole}${part.padEnd(2, '0')}`)
}
