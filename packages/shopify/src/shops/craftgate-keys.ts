import { randomInt } from 'node:crypto'
import type { MerchantOptions } from '@craftgate-commerce/core'
import type { AppContext } from '../context/app-context'
import { type Mode, type Tenant, tenantKey } from '../context/tenant'
import { type KeysRow, keysEntity } from '../database'
import { newAccount } from './craftgate-account'

/** What a merchant copies from Craftgate's panel. */
export interface CraftgateKeys {
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookKey: string
  /** Proves a callback of 3D Secure or of a way to pay that is started by API; absent: such a callback is only a hint. */
  readonly callbackKey?: string
}

/** Where a shop's own alerts go, in place of the deployment's address. */
export interface AlertAddress {
  /** `secret`: what they are signed with, `whsec_` and base64. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  readonly mail?: string
}

export interface StoredKeys extends CraftgateKeys {
  /** Absent: the deployment's. */
  readonly alerts?: AlertAddress
  /** Names their Craftgate account in our records; the same for all keys of one account. */
  readonly account: string
  readonly version: number
}

/** A version names one set of keys, also among sets that were removed; it does not count. */
const HIGHEST_VERSION = 2 ** 31 - 1

/** How a set of keys is stored: each sealed by itself. */
export const KEY_FIELDS = ['apiKey', 'secretKey', 'webhookKey', 'callbackKey', 'alertSecret'] as const

export type KeyField = (typeof KEY_FIELDS)[number]

export const keyPlace = (tenant: Tenant, field: KeyField) => `keys.${field}/${tenantKey(tenant)}`

/** The Craftgate keys of each shop, one set for each mode, sealed. */
export class CraftgateKeyStore {
  constructor(private readonly context: AppContext) {}

  async read({ shop, mode }: Tenant): Promise<StoredKeys | undefined> {
    const row = await this.rows().findOneBy({ shop, mode })
    if (!row) return undefined
    const { apiKey, secretKey, webhookKey, callbackKey } = row
    const open = (field: KeyField, sealed: string) =>
      this.context.options.encryptionKeys.open(sealed, keyPlace(row, field))
    return {
      apiKey: open('apiKey', apiKey),
      secretKey: open('secretKey', secretKey),
      webhookKey: open('webhookKey', webhookKey),
      ...(callbackKey === null ? {} : { callbackKey: open('callbackKey', callbackKey) }),
      ...alertsOf(row, (sealed) => open('alertSecret', sealed)),
      account: row.account,
      version: row.version,
    }
  }

  /** Without `account` they are other keys of the account that is saved, or of one that was not known before. */
  async save({ shop, mode }: Tenant, keys: CraftgateKeys, account?: string): Promise<void> {
    const seal = (field: keyof CraftgateKeys, key: string) =>
      this.context.options.encryptionKeys.seal(key, keyPlace({ shop, mode }, field))
    await this.rows().save({
      shop,
      mode,
      apiKey: seal('apiKey', keys.apiKey),
      secretKey: seal('secretKey', keys.secretKey),
      webhookKey: seal('webhookKey', keys.webhookKey),
      callbackKey: keys.callbackKey === undefined ? null : seal('callbackKey', keys.callbackKey),
      account: account ?? (await this.rows().findOneBy({ shop, mode }))?.account ?? newAccount(mode),
      version: randomInt(1, HIGHEST_VERSION),
      changedAt: this.context.clock(),
      alertsDueAt: this.context.clock(),
    })
  }

  /** Beside keys that are saved; undefined: the deployment's address is the shop's again. */
  async saveAlerts({ shop, mode }: Tenant, alerts: AlertAddress | undefined): Promise<void> {
    const { encryptionKeys } = this.context.options
    const { webhook, mail } = alerts ?? {}
    const alertSecret =
      webhook && encryptionKeys.seal(webhook.secret, keyPlace({ shop, mode }, 'alertSecret'))
    await this.rows().update(
      { shop, mode },
      {
        ...{ alertUrl: webhook?.url ?? null, alertSecret: alertSecret ?? null, alertMail: mail ?? null },
        ...{ version: randomInt(1, HIGHEST_VERSION), alertsDueAt: this.context.clock() },
      },
    )
  }

  async remove({ shop, mode }: Tenant): Promise<void> {
    await this.rows().delete({ shop, mode })
  }

  /** The version of the keys; undefined when there are none. Opens nothing. */
  async version({ shop, mode }: Tenant): Promise<number | undefined> {
    return (await this.rows().findOne({ where: { shop, mode }, select: { version: true } }))?.version
  }

  async modesOf(shop: string): Promise<readonly Mode[]> {
    const rows = await this.rows().find({ where: { shop }, select: { mode: true } })
    return rows.map(({ mode }) => mode)
  }

  private rows() {
    return this.context.database.getRepository(keysEntity)
  }
}

function alertsOf(
  { alertUrl, alertSecret, alertMail }: KeysRow,
  open: (sealed: string) => string,
): Pick<StoredKeys, 'alerts'> {
  if (alertUrl === null && alertMail === null) return {}
  const webhook = alertUrl !== null && alertSecret !== null && { url: alertUrl, secret: open(alertSecret) }
  return { alerts: { ...(webhook && { webhook }), ...(alertMail !== null && { mail: alertMail }) } }
}

/** Live keys meet the live Craftgate only, and test keys its sandbox, unless an emulator plays both. */
export function merchantOptionsOf(
  mode: Mode,
  { apiKey, secretKey, webhookKey, callbackKey }: CraftgateKeys,
  emulator: string | undefined,
): MerchantOptions {
  const environment = emulator ?? (mode === 'live' ? 'live' : 'sandbox')
  return { apiKey, secretKey, webhookKey, callbackKey, environment }
}
