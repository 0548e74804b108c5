import { PAGE_SIZE, paginate } from '@craftgate-commerce/core/adapter'
import type { EntitySchema, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm'
import type { AppContext } from '../context/app-context'
import {
  type KeysRow,
  keysEntity,
  type SecretRow,
  type SessionRow,
  type ShopRow,
  secretEntity,
  sessionEntity,
  shopEntity,
} from '../database'
import { secretPlace, UnreadableSecret } from '../secrets'
import { contactPlace } from '../sessions/contacts'
import { KEY_FIELDS, type KeyField, keyPlace } from '../shops/craftgate-keys'
import { TOKEN_FIELDS, type TokenField, tokenPlace } from '../shops/sealed-tokens'

export interface Rotated {
  /** Secrets that are sealed by the first encryption key now. */
  readonly resealed: number
  /** Secrets whose key is gone already; they are left as they are, and the log names their places. */
  readonly unreadable: number
}

/**
 * Seals anew what an older encryption key sealed: tokens, Craftgate keys, contacts, and what the app
 * made for itself. It may run at any time, again and
 * again, while the app runs. The older key may go once every server writes with the new one and this answers that
 * nothing was resealed.
 */
export async function rotateSecrets(context: AppContext): Promise<Rotated> {
  const all = [
    await rotateTable(context, TOKENS),
    await rotateTable(context, KEYS),
    await rotateTable(context, SECRETS),
    await rotateTable(context, CONTACTS),
  ]
  const rotated = {
    resealed: all.reduce((sum, { resealed }) => sum + resealed, 0),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
  context.logger.info('Secrets were sealed anew', { ...rotated })
  return rotated
}

const TOKENS: SealedTable<ShopRow, TokenField> = {
  entity: shopEntity,
  key: ['shop'],
  sealed: TOKEN_FIELDS,
  place: ({ shop }, field) => tokenPlace(field, shop),
}

const KEYS: SealedTable<KeysRow, KeyField> = {
  entity: keysEntity,
  key: ['shop', 'mode'],
  sealed: KEY_FIELDS,
  place: keyPlace,
}

const SECRETS: SealedTable<SecretRow, 'sealed'> = {
  entity: secretEntity,
  key: ['name'],
  sealed: ['sealed'],
  place: secretPlace,
}

const CONTACTS: SealedTable<SessionRow, 'contact'> = {
  entity: sessionEntity,
  key: ['id'],
  sealed: ['contact'],
  place: ({ id }) => contactPlace(id),
}

async function rotateTable<Row extends ObjectLiteral, Column extends keyof Row & string>(
  { database, options, logger }: AppContext,
  table: SealedTable<Row, Column>,
): Promise<Rotated> {
  const keyring = options.encryptionKeys
  const rows = database.getRepository(table.entity)
  let [resealed, unreadable] = [0, 0]
  for await (const row of everySealedRow(rows, table)) {
    for (const column of table.sealed) {
      const sealed: string | null = row[column]
      if (sealed === null || !keyring.isOutdated(sealed)) continue
      try {
        const text = keyring.reseal(sealed, table.place(row, column))
        if (await writeUnlessChanged(rows, { row, column, text }, table.key)) resealed += 1
      } catch (error) {
        if (!(error instanceof UnreadableSecret)) throw error
        logger.error('A stored secret cannot be opened', { why: error.message })
        unreadable += 1
      }
    }
  }
  return { resealed, unreadable }
}

/** A table with sealed columns, each of them text or null. */
export interface SealedTable<Row extends ObjectLiteral, Column extends keyof Row & string> {
  readonly entity: EntitySchema<Row>
  /** What its rows are named and sorted by. */
  readonly key: readonly (keyof Row & string)[]
  readonly sealed: readonly Column[]
  /** What the keyring names the place of a secret. */
  readonly place: (row: Row, column: Column) => string
}

/** Rows that hold something sealed, page by page. */
function everySealedRow<Row extends ObjectLiteral, Column extends keyof Row & string>(
  rows: Repository<Row>,
  { key, sealed }: SealedTable<Row, Column>,
): AsyncGenerator<Row> {
  const names = key.map((name) => `row.${name}`)
  const values = key.map((name) => `:${name}`)
  return paginate((last: Row | undefined) => {
    const page = rows.createQueryBuilder('row').limit(PAGE_SIZE)
    page.where(`(${sealed.map((column) => `row.${column} IS NOT NULL`).join(' OR ')})`)
    if (last) page.andWhere(`(${names.join(', ')}) > (${values.join(', ')})`, last)
    for (const name of names) page.addOrderBy(name)
    return page.getMany()
  })
}

/** Writes a column unless it holds something else than what was read: that was written meanwhile, and is newer. */
async function writeUnlessChanged<Row extends ObjectLiteral, Column extends keyof Row & string>(
  rows: Repository<Row>,
  { row, column, text }: { readonly row: Row; readonly column: Column; readonly text: string },
  key: readonly (keyof Row & string)[],
): Promise<boolean> {
  const same: object = Object.fromEntries([...key, column].map((name) => [name, row[name]]))
  const written: object = { [column]: text }
  const { affected } = await rows.update(
    same as FindOptionsWhere<Row>,
    written as Parameters<Repository<Row>['update']>[1],
  )
  return affected === 1
}
