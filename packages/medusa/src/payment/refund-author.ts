import type { PaymentOperation } from '@craftgate-commerce/core'

const BY = 'craftgate:'

/**
 * Who made a refund of Medusa that only enters what happened already: its `created_by`, which no API lets anybody
 * choose. Our provider reads it and never moves money for such a refund.
 */
export const authorOf = ({ key }: Pick<PaymentOperation, 'key'>): string => BY + key

/** Key of the money call that a refund enters; undefined for a refund that a person asked for. */
export const enteredKeyOf = (author: string | null | undefined): string | undefined =>
  author?.startsWith(BY) ? author.slice(BY.length) : undefined
