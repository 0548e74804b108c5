import { Copy, Heading, Text } from '@medusajs/ui'
import type { Payment } from '../api-types'
import { CheckoutBadge } from '../shown/checkout-badge'
import { useWords } from '../shown/use-words'
import { standingOf } from './standing-of'

export function PaymentHeader({ payment }: { readonly payment: Payment }) {
  const { t } = useWords()
  const id = String(payment.craftgate_payment_id)
  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div>
        <Heading level="h2">{t('payment.title')}</Heading>
        <div className="flex items-center gap-x-1">
          <Text size="small" className="text-ui-fg-subtle">
            {t('payment.id')} {id}
          </Text>
          <Copy content={id} variant="mini" className="text-ui-fg-muted" aria-label={t('payment.copyId')} />
        </div>
      </div>
      <CheckoutBadge state={standingOf(payment)} />
    </div>
  )
}
