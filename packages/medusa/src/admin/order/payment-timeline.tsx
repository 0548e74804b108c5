import { Button } from '@medusajs/ui'
import { useState } from 'react'
import type { Moment } from '../api-types'
import { Section } from '../shown/section'
import { useWords } from '../shown/use-words'
import { TimelineMoment } from './timeline-moment'

/** As many as Medusa's own activity of an order shows unasked. */
const SHOWN = 3

/** What happened to the attempt, newest first. */
export function PaymentTimeline({ moments }: { readonly moments: readonly Moment[] }) {
  const { t } = useWords()
  const [all, showAll] = useState(false)
  const newestFirst = moments.toReversed()
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN)
  const hidden = moments.length - shown.length
  return (
    <Section title={t('timeline.title')}>
      <ol className="flex flex-col gap-y-0.5">
        {shown.map((moment, place) => (
          <TimelineMoment
            key={`${moment.at} ${moment.note}`}
            moment={moment}
            last={place === shown.length - 1}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <Button size="small" variant="transparent" className="self-start" onClick={() => showAll(true)}>
          {t('timeline.showAll', { count: hidden })}
        </Button>
      )}
    </Section>
  )
}
