import { InvalidMoneyError } from './invalid-money-error'
import { type Money, money } from './money'

/**
 * amount × numerator ÷ denominator, rounded half up (away from zero when negative) to whole minor units, exactly.
 * For "the same share of paidPrice": `proportion(paidPrice, refunded.minor, price.minor)`.
 * @throws InvalidMoneyError when numerator is not whole or negative, or denominator is not whole and above zero.
 */
export function proportion(amount: Money, numerator: number, denominator: number): Money {
  const [by, of] = [whole('numerator', numerator), whole('denominator', denominator)]
  if (of === 0n) throw new InvalidMoneyError('denominator', 'is zero; there is no share of nothing')
  const size = BigInt(Math.abs(amount.minor))
  const rounded = (2n * size * by + of) / (2n * of)
  return money(Math.sign(amount.minor) * Number(rounded), amount.currency)
}

function whole(field: string, value: number): bigint {
  if (Number.isSafeInteger(value) && value >= 0) return BigInt(value)
  throw new InvalidMoneyError(field, `${value} is not a whole number of zero or more`)
}
