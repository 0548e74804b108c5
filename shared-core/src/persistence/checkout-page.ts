// A page of a shop's attempts, by statements that PostgreSQL, MySQL and SQLite understand. Each reads what the leading filter
// leaves, so many at most, in the order of its index and by nothing but its index: so no planner finds another way cheaper. What
// else is asked is asked of the row of each, by a subquery that no planner turns into a join.
import { NOTE_PATTERNS, type WaitsFor } from '../messages/waits-for'
import type { CheckoutRecord, CheckoutState, PaymentStanding } from '../platform'
import {
  CHOSEN_FROM_ROWS,
  type CheckoutFilters,
  isByDay,
  type Lead,
  type Leading,
  type ListPlace,
  LOOKED_ROWS,
  leadOf,
} from './leading-filter'

/**
 * Columns by what stands in them, as they are written in a statement. `key`: names an attempt, and is older when it is lower;
 * `standing` is null where the state says it.
 */
export type CheckoutColumns = Readonly<
  Record<
    | 'key'
    | 'recordId'
    | 'order'
    | 'state'
    | 'method'
    | 'account'
    | 'currency'
    | 'amount'
    | 'note'
    | 'standing'
    | 'startedAt'
    | 'changedAt',
    string
  >
>

type Column = keyof CheckoutColumns

type Row = Readonly<Record<string, unknown>>

export interface CheckoutTable {
  readonly name: string
  readonly columns: CheckoutColumns
  /** Whose rows are meant: columns and what stands in them. Each index of the list begins with them. */
  readonly scopes: readonly Readonly<Record<string, string>>[]
  /** The order of the list where no days are asked for; with days it is changedAt, key. */
  readonly newest: readonly Column[]
  /** Filters with an index that begins with them and goes on in the order of the list (`states` also in that of days; amounts by amount). */
  readonly indexed: ReadonlySet<Leading>
  /** How a parameter stands in a statement: $1, or ? */
  readonly placeholder: (number: number) => string
  /** As the database compares it. */
  readonly moment: (at: Date) => unknown
  readonly ask: (sql: string, parameters: readonly unknown[]) => Promise<readonly Row[]>
  /** The attempts with these keys, by their key. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, CheckoutRecord>>
}

export interface CheckoutsAsked extends CheckoutFilters {
  /** `CheckoutRecord.id` of what a search found: few. */
  readonly ids?: readonly string[]
  /** `CheckoutRecord.order` of what a search found: few. */
  readonly orders?: readonly string[]
  /** Any of these, of an attempt that an order took; its state where it says it. Asked of the row of each. */
  readonly standings?: readonly (PaymentStanding | CheckoutState)[]
  /** By the note. */
  readonly waitsFor?: WaitsFor
  /** Older than this: `end` of the part before. */
  readonly before?: ListPlace
  readonly limit: number
  readonly offset: number
}

export interface CheckoutPage {
  /** Newest first. */
  readonly records: readonly CheckoutRecord[]
  /** Those that were found among the ones that were looked at. */
  readonly count: number
  /** How far back was looked, where there is more behind it. */
  readonly end?: ListPlace
}

/** Reads at most about `LOOKED_ROWS` rows a statement. */
export async function checkoutPage(table: CheckoutTable, asked: CheckoutsAsked): Promise<CheckoutPage> {
  if (asked.ids?.length === 0 || asked.orders?.length === 0 || table.scopes.length === 0)
    return { records: [], count: 0 }
  const isNamed = asked.ids !== undefined || asked.orders !== undefined
  const lead: Lead = isNamed
    ? { by: 'named', isWhole: true }
    : await leadOf(asked, table.indexed, (by, most) => countOf(table, asked, by, most))
  const look = { table, asked, lead }
  const [page, [counted], [last, next]] = await Promise.all([
    table.ask(...pageOf(look)),
    table.ask(...foundOf(look)),
    lead.isWhole ? [] : table.ask(...endOf(look)),
  ])
  const keys = page.map(keyOf)
  const lastKey = last === undefined || next === undefined ? undefined : keyOf(last)
  const read = await table.read(lastKey === undefined ? keys : [...keys, lastKey])
  const lastRecord = lastKey === undefined ? undefined : read.get(lastKey)
  return {
    records: keys.flatMap((key) => read.get(key) ?? []),
    count: Number(counted?.n ?? 0),
    end: lastRecord && { at: momentOf(look, lastRecord), id: lastKey ?? '' },
  }
}

const keyOf = (row: Row): string => String(row[NAMES.key])

interface Look {
  readonly table: CheckoutTable
  readonly asked: CheckoutsAsked
  readonly lead: Lead
}

type Query = readonly [sql: string, parameters: readonly unknown[]]

const orderOf = ({ table, asked }: Pick<Look, 'table' | 'asked'>): readonly Column[] =>
  isByDay(asked) ? ['changedAt', 'key'] : table.newest

const momentOf = (look: Look, { createdAt, updatedAt }: CheckoutRecord): Date =>
  orderOf(look).includes('changedAt') ? updatedAt : createdAt

/** A condition and the column that it is about, with its parameters in the order of its question marks. */
type Condition = readonly [by: Leading | 'row', column: Column, text: string, ...parameters: unknown[]]

function conditionsOf({ moment }: CheckoutTable, asked: CheckoutsAsked): readonly Condition[] {
  const {
    ids,
    orders,
    states,
    standings = [],
    waitsFor,
    method,
    methods,
    account,
    amounts,
    changedFrom,
    changedBefore,
  } = asked
  const { currency, from, to } = amounts ?? {}
  const all: readonly (Condition | false | undefined)[] = [
    ids && ['named', 'recordId', `IN (${ids.map(() => '?')})`, ...ids],
    orders && ['named', 'order', `IN (${orders.map(() => '?')})`, ...orders],
    states.length > 0 && ['states', 'state', `IN (${states.map(() => '?')})`, ...states],
    standings.length > 0 && ['row', 'standing', `IN (${standings.map(() => '?')})`, ...standings],
    waitsFor && ['row', 'note', 'LIKE ?', NOTE_PATTERNS[waitsFor]],
    method !== undefined && ['method', 'method', '= ?', method],
    methods && ['method', 'method', `IN (${methods.map(() => '?')})`, ...methods],
    account !== undefined && ['account', 'account', '= ?', account],
    currency !== undefined && ['amounts', 'currency', '= ?', currency],
    from !== undefined && ['amounts', 'amount', '>= ?', from],
    to !== undefined && ['amounts', 'amount', '<= ?', to],
    changedFrom && ['days', 'changedAt', '>= ?', moment(changedFrom)],
    changedBefore && ['days', 'changedAt', '< ?', moment(changedBefore)],
  ]
  return all.flatMap((each) => (each ? [each] : []))
}

/** Days stand in the index of the states. */
const isOf = (by: Leading, condition: Condition): boolean =>
  condition[0] === by || (by === 'states' && condition[0] === 'days')

/** A statement as it is written: its parameters are numbered in the order in which they come into the text. */
class Statement {
  private readonly parameters: unknown[] = []

  constructor(private readonly table: CheckoutTable) {}

  condition(column: string, text: string, parameters: readonly unknown[]): string {
    const left = [...parameters]
    return `${column} ${text.replaceAll('?', () => this.param(left.shift()))}`
  }

  param(value: unknown): string {
    return this.table.placeholder(this.parameters.push(value))
  }

  ending(sql: string): Query {
    return [sql, this.parameters]
  }
}

/** What is alike in all statements: the attempts that are looked at, newest first, each with its scope. */
function lookedAt(statement: Statement, look: Look, most: number): string {
  const { table, asked, lead } = look
  const order = orderOf(look)
  const leadOrder = leadOrderOf(look)
  const selected = [...new Set<Column>([...order, ...leadOrder])].map(
    (column) => `${table.columns[column]} AS ${NAMES[column]}`,
  )
  const lists = walksOf(look).map(({ scope, ...some }) => {
    const columns = [...Object.keys(scope).map((column, at) => `${column} AS scope_${at}`), ...selected]
    const conditions = [
      ...Object.entries(scope).map(([column, value]) => statement.condition(column, '= ?', [value])),
      ...conditionsOf(table, { ...asked, ...some })
        .filter((condition) => isOf(lead.by, condition))
        .map((condition) => textOf(statement, table, condition)),
      ...beforeOf(statement, look),
    ]
    return `SELECT ${columns.join(', ')} FROM ${table.name}
      WHERE ${conditions.join(' AND ') || '1 = 1'} ${descending(leadOrder.map((column) => table.columns[column]))} LIMIT ${most}`
  })
  if (lists.length === 1) return `(${lists[0]}) looked`
  const every = lists.map((list, at) => `SELECT * FROM (${list}) list${at}`).join(' UNION ALL ')
  return `(SELECT * FROM (${every}) every ${descending(order.map((column) => NAMES[column]))} LIMIT ${most}) looked`
}

const textOf = (
  statement: Statement,
  { columns }: CheckoutTable,
  [, column, text, ...values]: Condition,
): string => statement.condition(expressionOf(columns, column), text, values)

const expressionOf = (columns: CheckoutColumns, column: Column): string =>
  column === 'standing' ? `COALESCE(${columns.standing}, ${columns.state})` : columns[column]

function leadOrderOf(look: Look): readonly Column[] {
  if (look.lead.by === 'named') return []
  return look.lead.by === 'amounts' ? ['amount', 'key'] : orderIn(look)
}

/** Of days the order of their index; of all else that of the list, which a filter that leaves few need not have in its index. */
const orderIn = ({ table, asked, lead }: Look): readonly Column[] =>
  isByDay(asked) && (lead.by === 'states' || lead.by === 'days') ? ['changedAt', 'key'] : table.newest

/** Each shop, mode, state and way has a part of its own in an index, in the order of the list. */
function walksOf(look: Look) {
  return look.table.scopes.flatMap((scope) => partsOf(look).map((part) => ({ scope, ...part })))
}

function partsOf({ asked, lead }: Look): readonly Partial<Pick<CheckoutsAsked, 'states' | 'methods'>>[] {
  if (lead.by === 'states') return asked.states.map((state) => ({ states: [state] }))
  if (lead.by === 'method' && asked.methods) return asked.methods.map((method) => ({ methods: [method] }))
  return [{}]
}

const descending = (columns: readonly string[]): string =>
  columns.length === 0 ? '' : `ORDER BY ${columns.map((column) => `${column} DESC`).join(', ')}`

function beforeOf(statement: Statement, look: Look): readonly string[] {
  const { table, asked } = look
  if (asked.before === undefined) return []
  const { at, id } = asked.before
  const { key } = table.columns
  const [first = 'key'] = orderOf(look)
  if (first === 'key') return [statement.condition(key, '< ?', [id])]
  const column = table.columns[first]
  const moment = table.moment(at)
  return [
    statement.condition(column, '<= ?', [moment]),
    `(${statement.condition(column, '< ?', [moment])} OR ${statement.condition(key, '< ?', [id])})`,
  ]
}

/** What the leading filter does not say already. */
const restOf = ({ table, asked, lead }: Look): readonly Condition[] =>
  conditionsOf(table, asked).filter((condition) => !isOf(lead.by, condition))

/** How many are looked at. */
function mostOf(look: Look): number {
  return restOf(look).length === 0 && !look.lead.isWhole ? LOOKED_ROWS : CHOSEN_FROM_ROWS
}

function narrowed(look: Look, statement: Statement): string {
  const { table } = look
  const from = lookedAt(statement, look, mostOf(look))
  const rest = restOf(look).map((condition) => textOf(statement, table, condition))
  if (rest.length === 0) return from
  const [scope = {}] = table.scopes
  const ofOne = [
    `${table.columns.key} = looked.${NAMES.key}`,
    ...Object.keys(scope).map((column, at) => `${column} = looked.scope_${at}`),
  ].join(' AND ')
  const isMeant = `CASE WHEN ${rest.join(' AND ')} THEN 1 ELSE 0 END`
  return `${from} WHERE (SELECT ${isMeant} FROM ${table.name} WHERE ${ofOne}) = 1`
}

function pageOf(look: Look): Query {
  const statement = new Statement(look.table)
  const order = descending(orderOf(look).map((column) => NAMES[column]))
  const { limit, offset } = look.asked
  const from = narrowed(look, statement)
  return statement.ending(
    `SELECT ${NAMES.key} FROM ${from} ${order} LIMIT ${whole(limit)} OFFSET ${whole(offset)}`,
  )
}

function foundOf(look: Look): Query {
  const statement = new Statement(look.table)
  return statement.ending(`SELECT COUNT(*) AS n FROM ${narrowed(look, statement)}`)
}

/** The last attempt that is looked at, and the next one. */
function endOf(look: Look): Query {
  const statement = new Statement(look.table)
  const order = descending(orderOf(look).map((column) => NAMES[column]))
  const most = mostOf(look)
  const from = lookedAt(statement, look, most + 1)
  return statement.ending(`SELECT ${NAMES.key} FROM ${from} ${order} LIMIT 2 OFFSET ${most - 1}`)
}

/** Of the whole list, whatever part of it is asked for: so the same filter leads in each of its parts. */
async function countOf(
  table: CheckoutTable,
  asked: CheckoutsAsked,
  by: Leading,
  most: number,
): Promise<number> {
  const statement = new Statement(table)
  const look = { table, asked: { ...asked, before: undefined }, lead: { by, isWhole: true } }
  const [counted] = await table.ask(
    ...statement.ending(`SELECT COUNT(*) AS n FROM ${lookedAt(statement, look, most)}`),
  )
  return Number(counted?.n ?? 0)
}

/** Numbers of ours, not parameters: MySQL takes none there. */
const whole = (number: number): number => Math.max(0, Math.trunc(number))

/** What a column is called above the table, whatever it is called in it: words of no database. */
const NAMES: Readonly<Record<Column, string>> = {
  key: 'attempt_key',
  recordId: 'record_name',
  order: 'order_name',
  state: 'attempt_state',
  method: 'attempt_method',
  account: 'attempt_account',
  currency: 'attempt_currency',
  amount: 'attempt_amount',
  note: 'attempt_note',
  standing: 'attempt_standing',
  startedAt: 'begun_at',
  changedAt: 'moved_at',
}
