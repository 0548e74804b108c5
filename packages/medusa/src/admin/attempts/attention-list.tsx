import { Badge, Heading } from '@medusajs/ui'
import { fetchAttention } from '../client'
import { useFreshQuery } from '../data/use-fresh-query'
import { useTranslations } from '../views/use-translations'
import { OpenPanel } from './open-panel'

/** What waits for a person, by kind, with the way to it; nothing when nothing does. */
export function AttentionList() {
  const { t, lang } = useTranslations()
  const { data } = useFreshQuery(['craftgate', 'attention', lang], () => fetchAttention(lang))
  if (data === undefined || data.count === 0) return null
  return (
    <section
      className="flex flex-wrap items-end justify-between gap-4 px-6 py-4"
      aria-labelledby="craftgate-attention"
      data-testid="craftgate-attention"
    >
      <div>
        <Heading level="h2" id="craftgate-attention" className="flex items-center gap-x-2">
          {t('attention')}
          <Badge size="2xsmall" color="red">
            {data.count}
          </Badge>
        </Heading>
        <ul>
          {data.kinds.map(({ kind, title, count }) => (
            <li key={kind} className="txt-small text-ui-fg-subtle">
              {title}: {count}
            </li>
          ))}
        </ul>
      </div>
      <OpenPanel path="/attention" variant="secondary">
        {t('openAttention')}
      </OpenPanel>
    </section>
  )
}
