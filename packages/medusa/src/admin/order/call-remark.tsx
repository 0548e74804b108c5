import { clx, Text } from '@medusajs/ui'
import type { MoneyCall } from '../api-types'
import { useWords } from '../shown/use-words'

/** What the merchant should know of a call beyond its state; nothing when all is said. */
export function CallRemark({ call }: { readonly call: MoneyCall }) {
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

function useRemark({ state, cancelled, error_code: code, error_message: message }: MoneyCall) {
  const { t } = useWords()
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
