import { exponentOf, isCurrency } from '@craftgate-commerce/core/adapter'

/** Vendure stores two decimals for every currency; the contract speaks each currency's own minor units. */
const VENDURE_DECIMALS = 2

const shiftOf = (currency: string) => (isCurrency(currency) ? exponentOf(currency) : 2) - VENDURE_DECIMALS

export function fromVendure(amount: number, currency: string): number {
  const shift = shiftOf(currency)
  return shift >= 0 ? amount * 10 ** shift : amount / 10 ** -shift
}

export function toVendure(minor: number, currency: string): number {
  const shift = shiftOf(currency)
  return shift >= 0 ? minor / 10 ** shift : minor * 10 ** -shift
}
