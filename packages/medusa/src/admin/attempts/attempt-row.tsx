import { ArrowPath } from '@medusajs/icons'
import { IconButton, Table, Tooltip } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { useAskAgain } from '../asking/use-ask-again'
import { CheckoutBadge } from '../shown/checkout-badge'
import { useFormats } from '../shown/use-formats'
import { useWords } from '../shown/use-words'

export function AttemptRow({ checkout }: { readonly checkout: Checkout }) {
  const { money, moment } = useFormats()
  const { changed_at: at, state, price, currency_code: currency, note } = checkout
  return (
    <Table.Row>
      <Table.Cell className="text-nowrap">
        <time dateTime={at}>{moment(at)}</time>
      </Table.Cell>
      <Table.Cell>
        <CheckoutBadge state={state} />
      </Table.Cell>
      <Table.Cell className="text-nowrap text-right">{money(price, currency)}</Table.Cell>
      <Table.Cell>{checkout.craftgate_payment_id ?? '-'}</Table.Cell>
      <Table.Cell className="w-full py-2" lang="en">
        {note ?? '-'}
      </Table.Cell>
      <Table.Cell>
        <AskCell checkout={checkout} />
      </Table.Cell>
    </Table.Row>
  )
}

function AskCell({ checkout: { reference, attempt } }: { readonly checkout: Checkout }) {
  const { t } = useWords()
  const { mutate, isPending } = useAskAgain(reference)
  return (
    <Tooltip content={t('ask')}>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t('askAttempt', { attempt, reference })}
        isLoading={isPending}
        onClick={() => mutate()}
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
