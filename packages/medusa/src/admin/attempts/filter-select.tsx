import { Label, Select } from '@medusajs/ui'
import { useId } from 'react'
import { useWords } from '../shown/use-words'
import { FILTERS, type Filter, isFilter } from './filters'

interface FilterSelectProps {
  readonly filter: Filter
  readonly choose: (filter: Filter) => void
}

export function FilterSelect({ filter, choose }: FilterSelectProps) {
  const { t } = useWords()
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
