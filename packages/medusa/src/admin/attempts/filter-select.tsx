import { Label, Select } from '@medusajs/ui'
import { useId } from 'react'
import type { CheckoutState } from '../api-types'
import { useTranslations } from '../views/use-translations'

/** What a merchant looks for, as states of attempts. The first is what needs a look. */
export const FILTERS = {
  unexpected: ['refunding', 'refunded', 'needs-review'],
  waiting: ['created', 'open', 'review'],
  paid: ['authorized', 'captured'],
  expired: ['expired'],
  all: [],
} as const satisfies Record<string, readonly CheckoutState[]>

export type Filter = keyof typeof FILTERS

const isFilter = (word: string): word is Filter => word in FILTERS

interface FilterSelectProps {
  readonly filter: Filter
  readonly choose: (filter: Filter) => void
}

export function FilterSelect({ filter, choose }: FilterSelectProps) {
  const { t } = useTranslations()
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Label htmlFor={id} size="small" className="text-ui-fg-subtle">
        {t('attempts.filter')}
      </Label>
      <Select size="small" value={filter} onValueChange={(word) => isFilter(word) && choose(word)}>
        <Select.Trigger id={id} className="w-52">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {Object.keys(FILTERS).map((word) => (
            <Select.Item key={word} value={word}>
              {t(`attempts.filters.${word}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
