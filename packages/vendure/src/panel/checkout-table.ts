import { type CheckoutTable, checkoutOfRow } from '@craftgate-commerce/core/adapter'
import { type DataSource, In } from 'typeorm'
import { CraftgateCheckout } from '../entities'

/** Each begins an index within a channel. */
const OF_A_CHANNEL: CheckoutTable['indexed'] = new Set(['amounts', 'states', 'days', 'method', 'account'])
/** Each begins an index of all channels. */
const OF_ALL: CheckoutTable['indexed'] = new Set(['states', 'days'])

/** The attempts of one channel, or of all, as lists ask for them. */
export function checkoutTable(source: DataSource, channel: string | undefined): CheckoutTable {
  const { columns, tablePath } = source.getMetadata(CraftgateCheckout)
  const { driver } = source
  const named = (property: keyof CraftgateCheckout) => {
    const column = columns.find(({ propertyName }) => propertyName === property)
    if (column === undefined) throw new Error(`The table of attempts has no column for ${property}`)
    return column
  }
  const nameOf = (property: keyof CraftgateCheckout) => driver.escape(named(property).databaseName)
  const changedAt = named('changedAt')
  const isNumbered = source.options.type === 'postgres'
  return {
    name: tablePath
      .split('.')
      .map((name) => driver.escape(name))
      .join('.'),
    columns: {
      key: nameOf('id'),
      recordId: nameOf('recordId'),
      order: nameOf('order'),
      state: nameOf('state'),
      method: nameOf('method'),
      account: nameOf('account'),
      currency: nameOf('currency'),
      amount: nameOf('amount'),
      note: nameOf('note'),
      standing: nameOf('standing'),
      startedAt: nameOf('startedAt'),
      changedAt: nameOf('changedAt'),
    },
    scopes: channel === undefined ? [{}] : [{ [nameOf('channel')]: channel }],
    newest: channel === undefined ? ['changedAt', 'key'] : ['key'],
    indexed: channel === undefined ? OF_ALL : OF_A_CHANNEL,
    placeholder: (number) => (isNumbered ? `$${number}` : '?'),
    moment: (at) => driver.preparePersistentValue(at, changedAt),
    ask: (sql, parameters) => source.query(sql, [...parameters]),
    read: async (keys) => {
      const rows = await source.getRepository(CraftgateCheckout).findBy({ id: In([...keys]) })
      return new Map(rows.map((row) => [String(row.id), checkoutOfRow(row)]))
    },
  }
}
