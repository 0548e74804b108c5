import type { DataSource, SelectQueryBuilder } from 'typeorm'
import { checkoutEntity, type SessionRow, sessionEntity } from '../../database'
import type { PaymentFilter, PaymentQuery } from './payment-query'

const OPERATION = `row.decision ->> 'operation'`
const EXPIRES = `row.decision ->> 'authorizationExpiresAt'`
const ACCEPTED = `row.told = 'accepted'`
const AUTHORIZED = `${ACCEPTED} AND ${OPERATION} = 'paymentSessionResolve' AND ${EXPIRES} IS NOT NULL`

const PENDING = `${ACCEPTED} AND ${OPERATION} = 'paymentSessionPending'`
const BY_BUYER = `row.decision ->> 'reason' = 'BUYER_ACTION_REQUIRED'`

/** What each filter of the list means for a row. */
const FILTERS: Readonly<Record<PaymentFilter, string>> = {
  open: 'row.decision IS NULL AND row.told IS NULL',
  telling: 'row.decision IS NOT NULL AND row.told IS NULL',
  paid: `${ACCEPTED} AND ${OPERATION} = 'paymentSessionResolve' AND (${EXPIRES} IS NULL OR ${ended('capture')})`,
  authorized: `${AUTHORIZED} AND NOT ${ended('capture')} AND NOT ${ended('void')}`,
  voided: `${AUTHORIZED} AND ${ended('void')}`,
  review: `${PENDING} AND NOT ${BY_BUYER}`,
  promised: `${PENDING} AND ${BY_BUYER}`,
  rejected: `${ACCEPTED} AND ${OPERATION} = 'paymentSessionReject'`,
  trouble: `${troubled('row')} OR EXISTS (SELECT 1 FROM craftgate_session money
    WHERE money.payment_session_id = row.id AND money.shop = :shop AND (${troubled('money')}))`,
}

/** An authorization was captured or voided, and Shopify knows. */
function ended(kind: 'capture' | 'void'): string {
  return `EXISTS (SELECT 1 FROM craftgate_session money WHERE money.payment_session_id = row.id AND money.shop = :shop
    AND money.told = 'accepted' AND money.decision ->> 'operation' = '${kind}SessionResolve')`
}

/** Shopify does not know its end, or it waits. */
function troubled(table: string): string {
  return `${table}.told IN ('stalled', 'refused') OR ${table}.trouble IS NOT NULL`
}

type Search = SelectQueryBuilder<SessionRow>

/** The payments of one shop, newest first, one page of them. */
export function searchPayments(database: DataSource, shop: string, query: PaymentQuery, limit: number) {
  const rows = database.getRepository(sessionEntity).createQueryBuilder('row')
  rows.where(`row.shop = :shop AND row.kind = 'payment'`, { shop })
  if (query.mode) rows.andWhere('row.mode = :mode', { mode: query.mode })
  if (query.state) rows.andWhere(`(${FILTERS[query.state]})`)
  if (query.search !== undefined) matching(rows, query.search, query.paymentId)
  if (query.after !== undefined) startAfter(rows, query.after)
  return rows.orderBy('row.createdAt', 'DESC').addOrderBy('row.id', 'DESC').take(limit).getMany()
}

/** Of the payment itself, of a refund, capture or void of it, or of its payment at Craftgate. */
function matching(rows: Search, search: string, paymentId: number | undefined): void {
  const ofMoney = rows.subQuery().select('money.paymentSessionId').from(sessionEntity, 'money')
  ofMoney.where('money.shop = :shop AND money.id = :search')
  const ofCraftgate = rows.subQuery().select('attempt.reference').from(checkoutEntity, 'attempt')
  ofCraftgate.where('attempt.shop = :shop AND attempt.paymentId = :paymentId')
  const ways = ['row.id LIKE :prefix', `row.id IN ${ofMoney.getQuery()}`]
  if (paymentId !== undefined) ways.push(`row.id IN ${ofCraftgate.getQuery()}`)
  rows.andWhere(`(${ways.join(' OR ')})`, { search, paymentId, prefix: `${escaped(search)}%` })
}

/** The place of the last row that was shown, found in the shop's own rows. */
function startAfter(rows: Search, after: string): void {
  const last = (column: string) =>
    rows
      .subQuery()
      .select(`last.${column}`)
      .from(sessionEntity, 'last')
      .where('last.shop = :shop AND last.id = :after')
      .getQuery()
  rows.andWhere(`(row.createdAt, row.id) < (${last('createdAt')}, ${last('id')})`, { after })
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
