import {
  type CheckoutPage,
  type CheckoutTable,
  checkoutOfRow,
  checkoutPage,
} from '@craftgate-commerce/core/adapter'
import { type PaymentQuery, paymentNumberOf } from '@craftgate-commerce/panel'
import { type DataSource, In } from 'typeorm'
import { MODES, type Mode } from '../../context/tenant'
import { checkoutEntity } from '../../database'
import { modeOfAccount } from '../../shops/craftgate-account'
import { isSessionId } from './session-id'

/** A page of a shop's attempts of both modes, newest first; where days are asked for, those that changed last first. */
export async function attemptPage(
  database: DataSource,
  shop: string,
  query: PaymentQuery,
): Promise<CheckoutPage> {
  const ids = await searchedFor(database, shop, query)
  return checkoutPage(tableOf(database, shop, modesOf(query)), { ...query, ids })
}

const modesOf = ({ account }: PaymentQuery): readonly Mode[] =>
  account === undefined ? MODES : MODES.filter((mode) => mode === modeOfAccount(account))

const tableOf = (database: DataSource, shop: string, modes: readonly Mode[]): CheckoutTable => ({
  name: 'craftgate_checkout',
  columns: COLUMNS,
  scopes: modes.map((mode) => ({ shop, mode })),
  newest: ['startedAt', 'key'],
  indexed: new Set(['states', 'days', 'account']),
  placeholder: (number) => `$${number}`,
  moment: (at) => at,
  ask: (sql, parameters) => database.query(sql, [...parameters]),
  read: async (keys) => {
    const rows = database.getRepository(checkoutEntity)
    const found = await rows.findBy({ shop, mode: In([...modes]), recordId: In([...keys]) })
    return new Map(found.map((row) => [row.recordId, checkoutOfRow(row)]))
  },
})

const COLUMNS: CheckoutTable['columns'] = {
  key: 'record_id',
  recordId: 'record_id',
  order: 'reference',
  state: 'state',
  method: 'method',
  account: 'account',
  currency: 'currency',
  amount: 'amount',
  note: 'note',
  standing: 'standing',
  startedAt: 'started_at',
  changedAt: 'changed_at',
}

const SEARCHED = `SELECT record_id AS "recordId" FROM craftgate_checkout
    WHERE shop = $1 AND mode = ANY ($2) AND reference = $3 COLLATE "C"
  UNION SELECT record_id FROM craftgate_checkout_payment
    WHERE shop = $1 AND payment_id = $4
  UNION SELECT payment.record_id FROM unnest($5::text[], $6::bigint[]) AS card (account, payment_id)
    JOIN craftgate_checkout_payment payment ON payment.shop = $1 AND payment.mode = ANY ($2)
      AND payment.account = card.account AND payment.payment_id = card.payment_id`

/** The attempts of a session, of a payment at Craftgate, or paid by a card: few, whatever the shop has. Undefined without a search. */
async function searchedFor(
  database: DataSource,
  shop: string,
  { search, cardPayments = [] }: PaymentQuery,
): Promise<readonly string[] | undefined> {
  if (search === undefined) return undefined
  const found: { recordId: string }[] = await database.query(SEARCHED, [
    shop,
    MODES,
    isSessionId(search) ? search : '',
    paymentNumberOf(search) ?? null,
    cardPayments.map(({ account }) => account),
    cardPayments.map(({ paymentId }) => paymentId),
  ])
  return found.map(({ recordId }) => recordId)
}
