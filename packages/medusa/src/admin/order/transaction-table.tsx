import { Table } from '@medusajs/ui'
import type { Transaction } from '../api-types'
import { Section } from '../views/section'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

interface TransactionTableProps {
  readonly transactions: readonly Transaction[]
  readonly currency: string
}

/** The items of a payment and what can still be refunded of each. */
export function TransactionTable({ transactions, currency }: TransactionTableProps) {
  const { t } = useTranslations()
  const { money } = useFormats()
  return (
    <Section title={t('transactions.title')}>
      <Table className="[&_td]:h-9 [&_td]:!px-0 [&_th]:h-8 [&_th]:!px-0">
        <Table.Header className="border-t-0">
          <Table.Row className="!bg-transparent">
            <Table.HeaderCell scope="col">{t('transactions.item')}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="text-right">
              {t('transactions.price')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="text-right">
              {t('transactions.refundable')}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body className="border-b-0">
          {transactions.map(({ id, external_id, name, price, refundable }) => (
            <Table.Row key={id} className="last:border-b-0">
              <Table.Cell>
                {name ?? t(`transactions.${kindOf(external_id)}`)}{' '}
                <span className="text-ui-fg-muted">{id}</span>
              </Table.Cell>
              <Table.Cell className="text-right">{money(price, currency)}</Table.Cell>
              <Table.Cell className="text-right">{money(refundable, currency)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  )
}

/** Items are named `line-…` and `shipping-…` when a cart is made into a basket. */
function kindOf(externalId: string | null) {
  if (externalId?.startsWith('line-')) return 'line'
  return externalId?.startsWith('shipping-') ? 'shipping' : 'other'
}
