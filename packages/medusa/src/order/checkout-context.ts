import type { CheckoutRecord } from '@craftgate-commerce/core'

/** The ways to pay that an entry at the checkout offers are stored with the attempt: the page is started later. */
export const methodsContext = (methods: readonly string[] | undefined): CheckoutRecord['context'] =>
  methods ? { methods: methods.join(',') } : {}

export const methodsIn = ({ context }: Pick<CheckoutRecord, 'context'>): string[] | undefined =>
  context.methods?.split(',')

/**
 * What an attempt remembers of who began it: a customer who was logged in then. The cart's own customer proves nothing,
 * since Medusa gives a guest's cart to whoever has the e-mail address that the guest typed.
 */
export const memberContext = (customerId: string | undefined): CheckoutRecord['context'] =>
  customerId === undefined ? {} : { member: customerId }

/** The customer whose cards this attempt may offer and save: logged in, and the owner of the cart. */
export function memberOf(
  { context }: Pick<CheckoutRecord, 'context'>,
  cart: { readonly customer_id?: string | null } | undefined,
): string | undefined {
  return context.member !== undefined && context.member === cart?.customer_id ? context.member : undefined
}
