import type { MoneyCall } from '../api-types'
import { Section } from '../shown/section'
import { useWords } from '../shown/use-words'
import { CallItem } from './call-item'

interface CallHistoryProps {
  readonly calls: readonly MoneyCall[]
  readonly currency: string
}

/** Everything that was captured, voided and refunded, as it was written down before it was sent. */
export function CallHistory({ calls, currency }: CallHistoryProps) {
  const { t } = useWords()
  return (
    <Section title={t('calls.title')}>
      <ul className="flex flex-col gap-y-3" data-testid="craftgate-calls">
        {calls.map((call) => (
          <CallItem key={call.key} call={call} currency={currency} />
        ))}
      </ul>
    </Section>
  )
}
