import { Alert } from '@medusajs/ui'
import { useWords } from '../shown/use-words'

/** Craftgate could not be asked: what stands below is from our own records. */
export function UnavailableAlert({ reason }: { readonly reason: string }) {
  const { t } = useWords()
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="status">
        <strong className="txt-compact-small-plus block">{t('payment.unavailable')}</strong>
        {reason}
      </Alert>
    </div>
  )
}
