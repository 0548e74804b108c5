import { clx, StatusBadge, Text } from '@medusajs/ui'
import type { Operation } from '../api-types'
import { Section } from '../views/section'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

interface OperationHistoryProps {
  readonly calls: readonly Operation[]
  readonly currency: string
}

/** Everything that was captured, voided and refunded, as it was written down before it was sent. */
export function OperationHistory({ calls, currency }: OperationHistoryProps) {
  const { t } = useTranslations()
  return (
    <Section title={t('calls.title')}>
      <ul className="flex flex-col gap-y-3" data-testid="craftgate-calls">
        {calls.map((call) => (
          <OperationItem key={call.key} call={call} currency={currency} />
        ))}
      </ul>
    </Section>
  )
}

const COLOR = {
  planned: 'grey',
  unknown: 'orange',
  waiting: 'blue',
  done: 'green',
  failed: 'red',
} as const satisfies Record<Operation['state'], string>

interface OperationItemProps {
  readonly call: Operation
  readonly currency: string
}

function OperationItem({ call, currency }: OperationItemProps) {
  const { t } = useTranslations()
  const { money, moment } = useFormats()
  return (
    <li>
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`calls.kind.${call.kind}`)} {money(call.amount, currency)}
        </Text>
        <StatusBadge color={COLOR[call.state]} className="text-nowrap">
          {t(`calls.state.${call.state}`)}
        </StatusBadge>
      </div>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        <time dateTime={call.created_at}>{moment(call.created_at)}</time>
        {call.refund_ids && ` · ${t('calls.refundIds', { ids: call.refund_ids.replaceAll(',', ', ') })}`}
      </Text>
      <OperationRemark call={call} />
    </li>
  )
}

/** What the merchant should know of a call beyond its state; nothing when all is said. */
function OperationRemark({ call }: { readonly call: Operation }) {
  const remark = useRemark(call)
  if (remark === undefined) return null
  const failed = call.state === 'failed'
  return (
    <Text
      size="small"
      leading="compact"
      className={clx('pt-1', failed ? 'text-ui-fg-error' : 'text-ui-fg-muted')}
    >
      {remark}
    </Text>
  )
}

function useRemark({ state, cancelled, error_code: code, error_message: message }: Operation) {
  const { t } = useTranslations()
  switch (state) {
    case 'failed':
      return message ?? t('calls.failed', { code: code ?? '-' })
    case 'unknown':
      return t('calls.unknownExplained')
    case 'waiting':
      return t('calls.waitingExplained')
    case 'planned':
      return undefined
    case 'done':
      return cancelled ? t('calls.cancelled') : undefined
  }
}
