import { Alert, Badge } from '@medusajs/ui'
import type { PaymentFacts } from '../api-types'
import { useWords } from '../shown/use-words'

type Fraud = NonNullable<PaymentFacts['fraud']>

const LOOK = {
  REVIEW: { color: 'orange', variant: 'warning', explained: 'fraud.reviewExplained' },
  BLOCK: { color: 'red', variant: 'error', explained: 'fraud.blockExplained' },
} as const satisfies Record<Fraud, object>

/** What Craftgate's fraud check found, and what the merchant should do about it. */
export function FraudAlert({ fraud }: { readonly fraud: Fraud }) {
  const { t } = useWords()
  const { color, variant, explained } = LOOK[fraud]
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between">
        <span className="txt-compact-small-plus">{t('fraud.label')}</span>
        <Badge size="2xsmall" color={color}>
          {t(`fraud.${fraud}`)}
        </Badge>
      </div>
      <Alert variant={variant} role="status">
        {t(explained)}
      </Alert>
    </div>
  )
}
