import { type EntityManager, IsNull, LessThan, LessThanOrEqual, MoreThan, Or } from 'typeorm'
import type { AppContext } from '../context/app-context'
import { keysEntity, type ShopRow, shopEntity } from '../database'
import { redactContactsOfShop } from '../sessions/redact-contacts'
import { type GrantedTokens, NO_TOKENS, sealTokens } from './sealed-tokens'

/** Shopify asks to forget a shop so long after it left (shopify.dev/docs/apps/build/compliance/privacy-law-compliance). */
const REDACTED_AFTER_MS = 48 * 3_600_000
/** Its queues may take longer. */
const REDACTED_WITHIN_MS = 2 * REDACTED_AFTER_MS

/**
 * The shops that installed the app. A row stays after its shop left, because the payments of the shop stay too; what
 * gives power over the shop goes at once.
 */
export class ShopStore {
  constructor(private readonly context: AppContext) {}

  async find(shop: string): Promise<ShopRow | undefined> {
    return (await this.rows().findOneBy({ shop })) ?? undefined
  }

  /** Known, and not uninstalled. */
  isInstalled(shop: string): Promise<boolean> {
    return this.rows().existsBy({ shop, uninstalledAt: IsNull() })
  }

  /** Installed now, and did not leave after this moment. */
  installedSince(shop: string, since: Date): Promise<boolean> {
    return this.rows().existsBy({ shop, uninstalledAt: IsNull(), leftAt: Or(IsNull(), LessThan(since)) })
  }

  /** The merchant installed the app, or went through Shopify's consent once more. */
  async installed(shop: string, tokens: GrantedTokens): Promise<void> {
    const now = this.context.clock()
    const columns = { ...this.sealed(shop, tokens, now), installedAt: now, uninstalledAt: null }
    await this.context.database.transaction(async (manager) => {
      const rows = this.rows(manager)
      const first = { ...columns, shop, tokenVersion: 0, ready: false }
      await manager.createQueryBuilder().insert().into(shopEntity).values(first).orIgnore().execute()
      await rows.update({ shop }, { ...columns, tokenVersion: () => 'token_version + 1' })
    })
  }

  /**
   * Writes a pair that was made of the refresh token in `seen`. False when the shop was installed anew or left
   * meanwhile: what is written then is newer.
   */
  async renewed(seen: ShopRow, tokens: GrantedTokens): Promise<boolean> {
    const { shop, tokenVersion } = seen
    const columns = this.sealed(shop, tokens, this.context.clock())
    const { affected } = await this.rows().update(
      { shop, tokenVersion, uninstalledAt: IsNull() },
      { ...columns, tokenVersion: tokenVersion + 1 },
    )
    return affected === 1
  }

  /**
   * The shop left: its tokens go, its row stays. False when that is old news: the shop is gone already, or came back
   * after Shopify said so. Logins of before end in any case.
   */
  async uninstalled(shop: string, triggeredAt: Date = this.context.clock()): Promise<boolean> {
    const now = this.context.clock()
    const { affected } = await this.rows().update(
      { shop, uninstalledAt: IsNull(), installedAt: LessThanOrEqual(triggeredAt) },
      { ...NO_TOKENS, ready: false, uninstalledAt: now, leftAt: now },
    )
    if (affected === 1) return true
    const reinstalled = {
      shop,
      installedAt: MoreThan(triggeredAt),
      leftAt: Or(IsNull(), LessThan(triggeredAt)),
    }
    await this.rows().update(reinstalled, { leftAt: triggeredAt })
    return false
  }

  async setReady(shop: string, ready: boolean): Promise<void> {
    await this.rows().update({ shop, uninstalledAt: IsNull() }, { ready })
  }

  /**
   * Shopify asks to forget the shop: tokens, Craftgate keys and the contacts of shoppers go. Where the shop is installed
   * again, only the contacts from before go: its tokens are new, and its Craftgate keys are in use. Returns how many
   * sessions lost their contacts.
   */
  redactShop(
    shop: string,
    triggeredAt: Date = this.context.clock(),
    within: EntityManager = this.context.database.manager,
  ): Promise<number> {
    return within.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const
      const row = await this.rows(manager).findOne({ where: { shop }, lock })
      const leftBefore = row ? leftBeforeInstallation(row, triggeredAt) : undefined
      if (leftBefore === undefined) await this.revokeCredentials(manager, shop, row)
      return redactContactsOfShop(manager, shop, leftBefore ?? triggeredAt)
    })
  }

  /** Shops whose refresh token ends before this moment, the most urgent first. */
  endingBefore(moment: Date): Promise<readonly ShopRow[]> {
    return this.rows().find({
      where: { uninstalledAt: IsNull(), refreshTokenExpiresAt: LessThan(moment) },
      order: { refreshTokenExpiresAt: 'ASC' },
    })
  }

  private async revokeCredentials(manager: EntityManager, shop: string, row: ShopRow | null): Promise<void> {
    await manager.getRepository(keysEntity).delete({ shop })
    const uninstalledAt = row?.uninstalledAt ?? this.context.clock()
    await this.rows(manager).update(
      { shop },
      { ...NO_TOKENS, ready: false, uninstalledAt, leftAt: uninstalledAt },
    )
  }

  private sealed(shop: string, tokens: GrantedTokens, now: Date) {
    return sealTokens({ keyring: this.context.options.encryptionKeys, shop, now }, tokens)
  }

  private rows(manager: EntityManager = this.context.database.manager) {
    return manager.getRepository(shopEntity)
  }
}

/**
 * When the shop that a shop/redact is about had left, if the installation of now is a later one; undefined when there is
 * no later one. `app/uninstalled` may have been lost: then the shop left at least so long before as Shopify waits.
 */
function leftBeforeInstallation(
  { installedAt, uninstalledAt, leftAt }: ShopRow,
  triggeredAt: Date,
): Date | undefined {
  if (uninstalledAt !== null) return undefined
  const isKnown = leftAt !== null && leftAt.getTime() >= triggeredAt.getTime() - REDACTED_WITHIN_MS
  if (isKnown) return leftAt < triggeredAt ? leftAt : triggeredAt
  if (installedAt > triggeredAt) return triggeredAt
  const left = new Date(triggeredAt.getTime() - REDACTED_AFTER_MS)
  return installedAt > left ? left : undefined
}
