import { type CardOwner, z } from '@craftgate-commerce/core'

/** A customer at a payment provider, as Medusa stores them. */
export interface Holder {
  readonly id: string
  readonly provider_id: string
  readonly data?: unknown
}

const ours = z.object({ merchant: z.string().min(1), card_user_key: z.string().min(1) })

/** Whose cards an account holder stands for; undefined for one that is not of ours. */
export function ownerOf(holder: { readonly data?: unknown } | undefined): CardOwner | undefined {
  const parsed = ours.safeParse(holder?.data)
  return parsed.success
    ? { merchant: parsed.data.merchant, cardUserKey: parsed.data.card_user_key }
    : undefined
}

export const holderData = ({ merchant, cardUserKey }: CardOwner) => ({
  merchant,
  card_user_key: cardUserKey,
})
