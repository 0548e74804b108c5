import type { CheckoutRecord } from '@craftgate-commerce/core'

/** The ways to pay that an entry at the checkout offers are stored with the attempt: the page is started later. */
export const methodsContext = (methods: readonly string[] | undefined): CheckoutRecord['context'] =>
  methods ? { methods: methods.join(',') } : {}

export const methodsIn = ({ context }: Pick<CheckoutRecord, 'context'>): string[] | undefined =>
  context.methods?.split(',')

/** Medusa deletes a session when another takes its place; the collection that it was of stays, and leads to cart and order. */
export const collectionContext = (id: string | undefined): CheckoutRecord['context'] =>
  id === undefined ? {} : { collection: id }

export const collectionOf = ({ context }: Pick<CheckoutRecord, 'context'>): string | undefined =>
  context.collection
