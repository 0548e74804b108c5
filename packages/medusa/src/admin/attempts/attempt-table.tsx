import { ArrowPath } from '@medusajs/icons'
import { clx, IconButton, Table, Tooltip } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { useRetry } from '../data/use-retry'
import { CheckoutBadge } from '../views/checkout-badge'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

const COLUMNS = ['changed', 'state', 'amount', 'payment', 'note'] as const

export function AttemptTable({ checkouts }: { readonly checkouts: readonly Checkout[] }) {
  const { t } = useTranslations()
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header className="border-t-0">
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell
                key={column}
                scope="col"
                className={clx('text-nowrap', { 'text-right': column === 'amount' })}
              >
                {t(`attempts.${column}`)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">
              <span className="sr-only">{t('attempts.actions')}</span>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body className="border-b-0">
          {checkouts.map((checkout) => (
            <AttemptRow key={`${checkout.reference} ${checkout.attempt}`} checkout={checkout} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function AttemptRow({ checkout }: { readonly checkout: Checkout }) {
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
      <Table.Cell className="w-full py-2">{note ?? '-'}</Table.Cell>
      <Table.Cell>
        <RetryCell checkout={checkout} />
      </Table.Cell>
    </Table.Row>
  )
}

function RetryCell({ checkout: { reference, attempt } }: { readonly checkout: Checkout }) {
  const { t } = useTranslations()
  const { mutate, isPending } = useRetry(reference)
  return (
    <Tooltip content={t('retry')}>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t('retryAttempt', { attempt, reference })}
        isLoading={isPending}
        onClick={() => mutate()}
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
