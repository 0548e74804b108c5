import { fromDecimal, money, toDecimal } from '@craftgate-commerce/core'

/** "123.00", JPY "1250", KWD "1.250": always a dot, all decimals of the currency. */
export const decimalText = (minor: number, currency: string): string => toDecimal(money(minor, currency))

/** What a merchant types, with a dot or a comma. Undefined when it is no exact amount of the currency. */
export function readDecimal(text: string, currency: string): number | undefined {
  try {
    return fromDecimal(text.trim().replace(',', '.'), currency).minor
  } catch {
    return undefined
  }
}
