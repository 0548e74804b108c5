import { Text } from '@medusajs/ui'
import { useWords } from '../shown/use-words'
import type { Filter } from './filters'

export function NoAttempts({ filter }: { readonly filter: Filter }) {
  const { t } = useWords()
  return (
    <div className="flex h-48 flex-col items-center justify-center gap-y-1">
      <Text size="small" leading="compact" weight="plus">
        {t('attempts.none')}
      </Text>
      <Text size="small" className="text-ui-fg-muted">
        {t(filter === 'strays' ? 'attempts.noneStrays' : 'attempts.noneExplained')}
      </Text>
    </div>
  )
}
