import { StatusBadge } from '@medusajs/ui'
import type { CheckoutState } from '../api-types'
import { useWords } from './use-words'

const COLOR = {
  created: 'grey',
  open: 'blue',
  review: 'orange',
  authorized: 'orange',
  captured: 'green',
  expired: 'grey',
  returning: 'orange',
  returned: 'purple',
  kept: 'red',
} as const satisfies Record<CheckoutState, string>

/** Where an attempt to pay stands. */
export function CheckoutBadge({ state }: { readonly state: CheckoutState }) {
  const { t } = useWords()
  return (
    <StatusBadge color={COLOR[state]} className="text-nowrap">
      {t(`checkout.${state}`)}
    </StatusBadge>
  )
}
