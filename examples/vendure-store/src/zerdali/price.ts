/** "289.90" in kuruş, by its digits. */
export function inKurus(decimal: string): number {
  const match = /^(\d+)\.(\d{2})$/.exec(decimal)
  if (!match) throw new Error(`'${decimal}' is not a price with two decimals`)
  return Number(`${match[1]}${match[2]}`)
}

/** The nearest multiple of `step`, at least one step. */
export function toStep(amount: number, step: number): number {
  return Math.max(step, Math.round(amount / step) * step)
}
