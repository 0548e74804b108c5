// JSON.parse keeps every amount that Craftgate sends: 15 significant digits always survive in a double, and the
// shortest text of that double is the text that was sent. A longer number, say an id above 2^53, would silently
// become another one, so it is handed over as its decimal text instead.

const MAYBE_LONG = /\d[\d.]{15}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const ALWAYS_EXACT = 15

const plain = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)

const significantDigits = (number: string): number => plain(number).replace(/^[-0.]+|\./g, '').length

const losesDigits = (number: string): boolean =>
  significantDigits(number) > ALWAYS_EXACT && String(Number(number)) !== plain(number)

const isNumber = (token: string): boolean => !token.startsWith('"') && !/[eE]/.test(token)

const quoteIfLong = (token: string): string => (isNumber(token) && losesDigits(token) ? `"${token}"` : token)

/** Like JSON.parse, but a number whose digits a double cannot hold comes back as text. Throws SyntaxError. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(MAYBE_LONG.test(text) ? text.replace(STRING_OR_NUMBER, quoteIfLong) : text)
}
