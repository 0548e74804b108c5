import { StatusBadge } from '@medusajs/ui'
import type { CheckoutState } from '../api-types'
import { useTranslations } from './use-translations'

/** A record ends at `captured`; that the money was let go again stands in the operations. */
export type PaymentStatus = CheckoutState | 'voided'

const COLOR = {
  created: 'grey',
  open: 'blue',
  review: 'orange',
  authorized: 'orange',
  captured: 'green',
  voided: 'grey',
  expired: 'grey',
  refunding: 'orange',
  refunded: 'purple',
  'needs-review': 'red',
} as const satisfies Record<PaymentStatus, string>

/** Where an attempt to pay stands. */
export function CheckoutBadge({ state }: { readonly state: PaymentStatus }) {
  const { t } = useTranslations()
  return (
    <StatusBadge color={COLOR[state]} className="text-nowrap">
      {t(`checkout.${state}`)}
    </StatusBadge>
  )
}
