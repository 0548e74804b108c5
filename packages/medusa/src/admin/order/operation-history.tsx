import { clx, StatusBadge, Text } from '@medusajs/ui'
import type { Operation } from '../api-types'
import { Section } from '../views/section'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

interface OperationHistoryProps {
  readonly operations: readonly Operation[]
  readonly currency: string
}

/** Everything that was captured, voided and refunded, as it was written down before it was sent. */
export function OperationHistory({ operations, currency }: OperationHistoryProps) {
  const { t } = useTranslations()
  return (
    <Section title={t('operations.title')}>
      <ul className="flex flex-col gap-y-3" data-testid="craftgate-operations">
        {operations.map((operation) => (
          <OperationItem key={operation.key} operation={operation} currency={currency} />
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
  readonly operation: Operation
  readonly currency: string
}

function OperationItem({ operation, currency }: OperationItemProps) {
  const { t } = useTranslations()
  const { money, moment } = useFormats()
  return (
    <li>
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`operations.kind.${operation.kind}`)} {money(operation.amount, currency)}
        </Text>
        <StatusBadge color={COLOR[operation.state]} className="text-nowrap">
          {t(`operations.state.${operation.state}`)}
        </StatusBadge>
      </div>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        <time dateTime={operation.created_at}>{moment(operation.created_at)}</time>
        {operation.refund_ids &&
          ` · ${t('operations.refundIds', { ids: operation.refund_ids.replaceAll(',', ', ') })}`}
      </Text>
      <OperationRemark operation={operation} />
    </li>
  )
}

/** What the merchant should know of a operation beyond its state; nothing when all is said. */
function OperationRemark({ operation }: { readonly operation: Operation }) {
  const remark = useRemark(operation)
  if (remark === undefined) return null
  const failed = operation.state === 'failed'
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
      return message ?? t('operations.failed', { code: code ?? '-' })
    case 'unknown':
      return t('operations.unknownExplained')
    case 'waiting':
      return t('operations.waitingExplained')
    case 'planned':
      return undefined
    case 'done':
      return cancelled ? t('operations.cancelled') : undefined
  }
}
