import { Alert, Button } from '@medusajs/ui'
import { useTranslations } from '../views/use-translations'

interface LoadFailedProps {
  readonly what: string
  readonly again: () => unknown
}

/** Says what could not be loaded, and lets the merchant try again. */
export function LoadFailed({ what, again }: LoadFailedProps) {
  const { t } = useTranslations()
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
