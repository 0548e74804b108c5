import type { CheckoutRecord } from '@craftgate-commerce/core'

/** The ways to pay that an entry at the checkout offers are stored with the attempt: the page is started later. */
export const methodsContext = (methods: readonly string[] | undefined): CheckoutRecord['context'] =>
  methods ? { methods: methods.join(',') } : {}

export const methodsIn = ({ context }: Pick<CheckoutRecord, 'context'>): string[] | undefined =>
  context.methods?.split(',')
