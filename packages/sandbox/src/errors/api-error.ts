/** A sentence in the two languages that the `lang` header may ask for. */
export interface Sentence {
  readonly tr: string
  readonly en: string
}

/**
 * Everything that the API answers with an `errors` envelope.
 * The portal prints only two codes, 10051 and 4152 (developer.craftgate.io/error-groups); every other code here is our
 * guess in the documented range: below 10000 for validation, 10000 and above for payments. Integrations should
 * read the group, not the code.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly description: Sentence,
    readonly group?: string,
  ) {
    super(description.en)
  }

  /** A request that breaks a rule before any bank is asked: HTTP 422, code below 10000, no group. */
  static invalid(code: string, description: Sentence): ApiError {
    return new ApiError(422, code, description)
  }

  /** A bank's refusal: HTTP 422 with its group. */
  static payment(error: {
    readonly code: string
    readonly group: string
    readonly description: Sentence
  }): ApiError {
    return new ApiError(422, error.code, error.description, error.group)
  }
}
