import { Text } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { CheckoutBadge } from '../shown/checkout-badge'
import { useFormats } from '../shown/use-formats'
import { useWords } from '../shown/use-words'

/** One line: the money went back, is on its way, or is kept. */
export function StrayItem({ checkout }: { readonly checkout: Checkout }) {
  const { t } = useWords()
  const { money, moment } = useFormats()
  const { state, price, currency_code: currency, craftgate_payment_id: id, changed_at: at } = checkout
  return (
    <li className="flex items-start justify-between gap-x-4">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t(`strays.${state}`, { amount: money(price, currency) })}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle pt-1">
          {id !== null && `${t('strays.payment', { id })} · `}
          <time dateTime={at}>{moment(at)}</time>
        </Text>
      </div>
      <CheckoutBadge state={state} />
    </li>
  )
}
