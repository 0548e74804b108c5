import { Alert, Button } from '@medusajs/ui'
import { useWords } from '../shown/use-words'

interface LoadFailedProps {
  readonly what: string
  readonly again: () => unknown
}

/** Says what could not be loaded, and lets the merchant try again. */
export function LoadFailed({ what, again }: LoadFailedProps) {
  const { t } = useWords()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Alert variant="error" role="alert">
        {what}
      </Alert>
      <Button size="small" variant="secondary" onClick={() => again()}>
        {t('tryAgain')}
      </Button>
    </div>
  )
}
