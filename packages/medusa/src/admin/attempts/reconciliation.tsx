import { Alert, toast } from '@medusajs/ui'
import { useMutation } from '@tanstack/react-query'
import { reconcile } from '../client'
import { useTranslations } from '../views/use-translations'

/** Does what the scheduled job does, now. `data` holds the report of the last time. */
export function useReconcile() {
  const { t } = useTranslations()
  return useMutation({
    mutationFn: reconcile,
    onSuccess: ({ checkouts, operations }) => toast.success(t('reconcile.done', { checkouts, operations })),
    onError: ({ message }) => toast.error(message),
  })
}

/** What could not be brought to an end when the merchant asked for a reconciliation. */
export function ReconciliationIssues({ issues }: { readonly issues: readonly string[] }) {
  const { t } = useTranslations()
  if (issues.length === 0) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="status">
        {t('reconcile.issues')}
        <ul className="list-disc pl-4 pt-1">
          {issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
