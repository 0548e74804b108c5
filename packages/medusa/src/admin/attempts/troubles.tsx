import { Alert } from '@medusajs/ui'
import { useWords } from '../shown/use-words'

/** What could not be settled when the merchant asked for a reconciliation. */
export function Troubles({ troubles }: { readonly troubles: readonly string[] }) {
  const { t } = useWords()
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
