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
import { type Keyring, UnreadableSecret } from '../secrets'
import { Contacts } from '../sessions/contact'
import { CraftgateKeyStore, type CraftgateKeys } from './craftgate-keys'
import { everySealedRow, type SealedTable, writeUnlessChanged } from './sealed-table'
import { resealToken, TOKEN_FIELDS, type TokenField } from './sealed-tokens'

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
    await rotateTable(house, shopsOf(house)),
    await rotateTable(house, keysOf(house)),
    await rotateTable(house, sessionsOf(house)),
  ]
  const rotated = {
    resealed: all.reduce((sum, { resealed }) => sum + resealed, 0),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
  house.logger.info('Secrets were sealed anew', { ...rotated })
  return rotated
}

const shopsOf = ({ options }: House): SealedTable<ShopRow, TokenField> => ({
  entity: shopEntity,
  key: ['shop'],
  sealed: TOKEN_FIELDS,
  reseal: (row, field) => resealToken(options.encryptionKeys, row, field),
})

function keysOf(house: House): SealedTable<KeysRow, keyof CraftgateKeys> {
  const keys = new CraftgateKeyStore(house)
  return {
    entity: keysEntity,
    key: ['shop', 'mode'],
    sealed: ['apiKey', 'secretKey', 'webhookKey'],
    reseal: (row, field) => keys.reseal(row, field),
  }
}

function sessionsOf({ options }: House): SealedTable<SessionRow, 'contact'> {
  const contacts = new Contacts(options.encryptionKeys, options.appSecret)
  return {
    entity: sessionEntity,
    key: ['id'],
    sealed: ['contact'],
    reseal: ({ id, contact }) => (contact === null ? '' : contacts.reseal(id, contact)),
  }
}

async function rotateTable<Row extends ObjectLiteral, Column extends keyof Row & string>(
  { database, options, logger }: House,
  table: SealedTable<Row, Column>,
): Promise<Rotated> {
  const rows = database.getRepository(table.entity)
  let [resealed, unreadable] = [0, 0]
  for await (const row of everySealedRow(rows, table)) {
    for (const column of table.sealed.filter((name) => isOutdated(options.encryptionKeys, row[name]))) {
      try {
        const text = table.reseal(row, column)
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

const isOutdated = (keyring: Keyring, sealed: unknown): boolean =>
  typeof sealed === 'string' && keyring.isOutdated(sealed)
