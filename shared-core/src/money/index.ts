// Exact money: integer minor units of one currency, decimal text at the border, and the two rules that share amounts.
// Imports nothing from the other folders.
export { allocate } from './allocate'
export { add, compare, isZero, proportion, sameMoney, subtract, sum } from './arithmetic'
export { fromDecimal, toDecimal, toWireNumber } from './decimal'
export { exponentOf } from './iso-4217'
export {
  CURRENCIES,
  type CurrencyCode,
  InvalidMoneyError,
  isCurrency,
  MAX_MINOR,
  type Money,
  money,
} from './money'
