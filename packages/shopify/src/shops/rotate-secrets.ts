import type { ObjectLiteral } from 'typeorm'
import {
  type KeysRow,
  keysEntity,
  type SessionRow,
  type ShopRow,
  sessionEntity,
  shopEntity,
} from '../database'
import type { House } from '../house'
import { UnreadableSecret } from '../secrets'
import { contactPlace } from '../sessions/contact'
import { type CraftgateKeys, KEY_FIELDS, keyPlace } from './craftgate-keys'
import { everySealedRow, type SealedTable, writeUnlessChanged } from './sealed-table'
import { TOKEN_FIELDS, type TokenField, tokenPlace } from './sealed-tokens'

export interface Rotated {
  /** Secrets that are sealed by the first encryption key now. */
  readonly resealed: number
  /** Secrets whose key is gone already; they are left as they are, and the log names their places. */
  readonly unreadable: number
}

/**
 * Seals anew what an older encryption key sealed: tokens, Craftgate keys, contacts. It may run at any time, again and
 * again, while the app runs. The older key may go once every server writes with the new one and this answers that
 * nothing was resealed.
 */
export async function rotateSecrets(house: House): Promise<Rotated> {
  const all = [
    await rotateTable(house, TOKENS),
    await rotateTable(house, KEYS),
    await rotateTable(house, CONTACTS),
  ]
  const rotated = {
    resealed: all.reduce((sum, { resealed }) => sum + resealed, 0),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
  house.logger.info('Secrets were sealed anew', { ...rotated })
  return rotated
}

const TOKENS: SealedTable<ShopRow, TokenField> = {
  entity: shopEntity,
  key: ['shop'],
  sealed: TOKEN_FIELDS,
  place: ({ shop }, field) => tokenPlace(field, shop),
}

const KEYS: SealedTable<KeysRow, keyof CraftgateKeys> = {
  entity: keysEntity,
  key: ['shop', 'mode'],
  sealed: KEY_FIELDS,
  place: keyPlace,
}

const CONTACTS: SealedTable<SessionRow, 'contact'> = {
  entity: sessionEntity,
  key: ['id'],
  sealed: ['contact'],
  place: ({ id }) => contactPlace(id),
}

async function rotateTable<Row extends ObjectLiteral, Column extends keyof Row & string>(
  { database, options, logger }: House,
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
