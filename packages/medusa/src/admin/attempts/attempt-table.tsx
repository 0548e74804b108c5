import { clx, Table } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { useWords } from '../shown/use-words'
import { AttemptRow } from './attempt-row'

const COLUMNS = ['changed', 'state', 'amount', 'payment', 'note'] as const

export function AttemptTable({ checkouts }: { readonly checkouts: readonly Checkout[] }) {
  const { t } = useWords()
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
