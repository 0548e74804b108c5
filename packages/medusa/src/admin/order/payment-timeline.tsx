import { Button, clx, Text } from '@medusajs/ui'
import { useState } from 'react'
import type { CheckoutEvent } from '../api-types'
import { Section } from '../views/section'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

/** As many as Medusa's own activity of an order shows unasked. */
const SHOWN = 3

/** What happened to the attempt, newest first. */
export function PaymentTimeline({ events }: { readonly events: readonly CheckoutEvent[] }) {
  const { t } = useTranslations()
  const [all, showAll] = useState(false)
  const newestFirst = events.toReversed()
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN)
  const hidden = events.length - shown.length
  return (
    <Section title={t('timeline.title')}>
      <ol className="flex flex-col gap-y-0.5">
        {shown.map((event, place) => (
          <TimelineEvent key={`${event.at} ${event.note}`} event={event} last={place === shown.length - 1} />
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

interface TimelineEventProps {
  readonly event: CheckoutEvent
  readonly last: boolean
}

/** Drawn as Medusa draws the activity of an order: a dot, and a line to the next one. */
function TimelineEvent({ event, last }: TimelineEventProps) {
  const { t } = useTranslations()
  const { moment } = useFormats()
  return (
    <li className="grid grid-cols-[20px_1fr] items-start gap-2">
      <div className="flex size-full flex-col items-center gap-y-0.5" aria-hidden>
        <div className="flex size-5 items-center justify-center">
          <div className="bg-ui-bg-base shadow-borders-base flex size-2.5 items-center justify-center rounded-full">
            <div className="bg-ui-tag-neutral-icon size-1.5 rounded-full" />
          </div>
        </div>
        {!last && <div className="bg-ui-border-base w-px flex-1" />}
      </div>
      <div className={clx('min-w-0', { 'pb-4': !last })}>
        <div className="flex items-center justify-between gap-x-4">
          <Text size="small" leading="compact" weight="plus">
            {t(`checkout.${event.state}`)}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle text-nowrap">
            <time dateTime={event.at}>{moment(event.at)}</time>
          </Text>
        </div>
        {event.note && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle break-words pt-1">
            {event.note}
          </Text>
        )}
      </div>
    </li>
  )
}
