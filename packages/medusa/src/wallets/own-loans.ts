import { LOAN_METHODS, ownLoans, sentenceIn } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'

const MOST_CARTS = 100

interface Sold {
  readonly payment_collection?: Collection | null
}

interface Collection {
  readonly payment_sessions?: readonly ({ readonly id: string } | null)[] | null
  readonly payments?: readonly ({ readonly payment_session_id?: string | null } | null)[] | null
}

/** Applications for a loan of this customer's carts, the newest first; also of those that became orders. */
export async function loansOf(container: MedusaContainer, customer: string, language: string | undefined) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: 'cart',
    fields: ['payment_sessions.id', 'payments.payment_session_id'].map(
      (field) => `payment_collection.${field}`,
    ),
    filters: { customer_id: customer },
    pagination: { take: MOST_CARTS, order: { created_at: 'DESC' } },
  })
  const sessions = (data as unknown as Sold[]).flatMap(({ payment_collection: collection }) => [
    ...(collection?.payment_sessions ?? []).map((session) => session?.id),
    ...(collection?.payments ?? []).map((payment) => payment?.payment_session_id),
  ])
  const ids = [...new Set(sessions.flatMap((id) => id ?? []))]
  const attempts = await craftgateIn(container).checkouts.paidBy(LOAN_METHODS, ids)
  return ownLoans(attempts).map(({ label, currency, appliedAt, ...loan }) => ({
    ...loan,
    label: sentenceIn(language, label),
    currency_code: currency.toLowerCase(),
    applied_at: appliedAt,
  }))
}
