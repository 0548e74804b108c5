import { Alert, toast } from '@medusajs/ui'
import { useMutation } from '@tanstack/react-query'
import { reconcile } from '../client'
import { useTranslations } from '../views/use-translations'

/** Does what the scheduled job does, now. `data` holds the troubles of the last time. */
export function useReconcile() {
  const { t } = useTranslations()
  return useMutation({
    mutationFn: reconcile,
    onSuccess: ({ checkouts, operations }) => toast.success(t('reconcile.done', { checkouts, operations })),
    onError: ({ message }) => toast.error(message),
  })
}

/** What could not be settled when the merchant asked for a reconciliation. */
export function ReconciliationIssues({ troubles }: { readonly troubles: readonly string[] }) {
  const { t } = useTranslations()
  if (troubles.length === 0) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="status">
        {t('reconcile.troubles')}
        <ul className="list-disc pl-4 pt-1">
          {troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
