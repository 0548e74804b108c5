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
