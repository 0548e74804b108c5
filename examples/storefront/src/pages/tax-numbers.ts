// Turkish numbers that an invoice names, by their checksums: T.C. kimlik numarası of a person, vergi kimlik numarası of a company.

/** Eleven digits, the first not 0; the tenth and the eleventh are checksums. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = (places: readonly number[]) => places.reduce((total, place) => total + (digits[place] ?? 0), 0)
  const tenth = (((sum([0, 2, 4, 6, 8]) * 7 - sum([1, 3, 5, 7])) % 10) + 10) % 10
  return digits[9] === tenth && digits[10] === sum([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 10
}

/** Ten digits, the last of which is a checksum. */
export function isTaxNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + weighed(digit, 9 - place), 0)
  return digits[9] === (10 - (sum % 10)) % 10
}

function weighed(digit: number, weight: number): number {
  const shifted = (digit + weight) % 10
  return shifted === 9 ? 9 : (shifted * 2 ** weight) % 9
}
