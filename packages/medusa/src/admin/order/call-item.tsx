import { StatusBadge, Text } from '@medusajs/ui'
import type { MoneyCall } from '../api-types'
import { useFormats } from '../shown/use-formats'
import { useWords } from '../shown/use-words'
import { CallRemark } from './call-remark'

const COLOR = {
  planned: 'grey',
  unknown: 'orange',
  waiting: 'blue',
  done: 'green',
  failed: 'red',
} as const satisfies Record<MoneyCall['state'], string>

interface CallItemProps {
  readonly call: MoneyCall
  readonly currency: string
}

export function CallItem({ call, currency }: CallItemProps) {
  const { t } = useWords()
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
      <CallRemark call={call} />
    </li>
  )
}
