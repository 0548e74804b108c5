import { ArrowUpRightOnBox } from '@medusajs/icons'
import { Button } from '@medusajs/ui'
import { useWords } from '../shown/use-words'

export function PanelLink({ url }: { readonly url: string }) {
  const { t } = useWords()
  return (
    <Button size="small" variant="transparent" asChild>
      <a href={url} target="_blank" rel="noreferrer">
        {t('panel')}
        <ArrowUpRightOnBox aria-hidden />
        <span className="sr-only">{t('opensNewTab')}</span>
      </a>
    </Button>
  )
}
