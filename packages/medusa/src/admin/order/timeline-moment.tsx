import { clx, Text } from '@medusajs/ui'
import type { Moment } from '../api-types'
import { useFormats } from '../shown/use-formats'
import { useWords } from '../shown/use-words'

interface TimelineMomentProps {
  readonly moment: Moment
  readonly last: boolean
}

/** Drawn as Medusa draws the activity of an order: a dot, and a line to the next one. */
export function TimelineMoment({ moment, last }: TimelineMomentProps) {
  const { t } = useWords()
  const { moment: format } = useFormats()
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
            {t(`checkout.${moment.state}`)}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle text-nowrap">
            <time dateTime={moment.at}>{format(moment.at)}</time>
          </Text>
        </div>
        {moment.note && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle break-words pt-1" lang="en">
            {moment.note}
          </Text>
        )}
      </div>
    </li>
  )
}
