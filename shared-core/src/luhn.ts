/** True when the last digit checks the others, as that of every card number does (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2))
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0
}
