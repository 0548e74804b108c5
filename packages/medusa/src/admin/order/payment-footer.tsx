import { Button } from '@medusajs/ui'
import { useAskAgain } from '../asking/use-ask-again'
import { useWords } from '../shown/use-words'
import { PanelLink } from './panel-link'

interface PaymentFooterProps {
  readonly reference: string
  readonly panelUrl: string | null
}

export function PaymentFooter({ reference, panelUrl }: PaymentFooterProps) {
  const { t } = useWords()
  const { mutate, isPending } = useAskAgain(reference)
  return (
    <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-end gap-2 rounded-b-lg px-6 py-4">
      {panelUrl && <PanelLink url={panelUrl} />}
      <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
        {t('ask')}
      </Button>
    </div>
  )
}
