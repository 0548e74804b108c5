/** An amount or a currency that cannot be money here. The message is one sentence: what is wrong and what to do. */
export class InvalidMoneyError extends Error {
  override readonly name = 'InvalidMoneyError'

  /** @param field what was wrong: `minor`, `currency`, `decimal`, `weights` … */
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`${field}: ${problem}`)
  }

  /** Works across copies of the package (ESM and CommonJS), where instanceof does not. */
  static is(error: unknown): error is InvalidMoneyError {
    return error instanceof Error && error.name === 'InvalidMoneyError' && 'field' in error
  }
}

/** Currencies that Craftgate charges (developer.craftgate.io/api, Para Birimleri). */
export const CURRENCIES = [
  'TRY',
  'USD',
  'EUR',
  'GBP',
  'ARS',
  'BRL',
  'CNY',
  'AED',
  'IQD',
  'AZN',
  'KZT',
  'KWD',
  'SAR',
  'BHD',
  'RUB',
  'JPY',
  'EGP',
  'MXN',
  'RON',
] as const

export type CurrencyCode = (typeof CURRENCIES)[number]

/** An exact amount: integer minor units (kuruş, cent, fils) of one currency. */
export interface Money {
  readonly minor: number
  readonly currency: CurrencyCode
}

/** 15 significant digits: the most that a JSON number (a double) always carries and gives back unchanged. */
export const MAX_MINOR = 999_999_999_999_999

export function isCurrency(code: unknown): code is CurrencyCode {
  return CURRENCIES.some((known) => known === code)
}

/**
 * The checked constructor: an exact amount in minor units, which may be negative.
 * @throws InvalidMoneyError when `minor` is not a whole number of at most 15 digits, or Craftgate does not charge the
 * currency.
 */
export function money(minor: number, currency: string): Money {
  if (!isCurrency(currency)) {
    throw new InvalidMoneyError(
      'currency',
      `${show(currency)} is not charged by Craftgate; use ${CURRENCIES.join(', ')}`,
    )
  }
  if (!Number.isInteger(minor)) {
    throw new InvalidMoneyError(
      'minor',
      `${show(minor)} is not a whole number of minor units; use fromDecimal for decimals`,
    )
  }
  if (Math.abs(minor) > MAX_MINOR) {
    throw new InvalidMoneyError(
      'minor',
      `${minor} has more than 15 digits, which a JSON number cannot carry exactly`,
    )
  }
  return { minor: minor === 0 ? 0 : minor, currency } // 0 also for -0
}

const show = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value)
