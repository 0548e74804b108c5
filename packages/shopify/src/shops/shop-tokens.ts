import { Semaphore } from 'async-mutex'
import type { AppContext } from '../context/app-context'
import { lockHolders, type ShopRow, withLock } from '../database'
import { UnreadableSecret } from '../secrets'
import type { Tokens } from '../shopify-api'
import { openToken, type TokenAnswer, type TokenField } from './sealed-tokens'

import type { ShopStore } from './shop-store'

export interface ShopTokensDeps {
  readonly context: AppContext
  readonly shops: ShopStore
  readonly oauth: {
    /** Never throws. */
    refresh(shop: string, refreshToken: string): Promise<TokenAnswer>
  }
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Longer than one delay of the retry policy, so that a token does not end under way. */
const MARGIN_MS = 5 * MINUTE_MS
/** A refresh token lives for 90 days, and each refresh gives another one: 60 left means 30 days without. */
const IDLE_LEFT_MS = 60 * DAY_MS

/**
 * The access tokens of all shops. They end after an hour; a refresh gives a new pair and the old refresh token stays
 * good until the new pair is first used (shopify.dev/docs/apps/build/authentication-authorization/access-tokens/
 * offline-access-tokens), so a crash between Shopify's answer and our commit loses nothing. One call at a time refreshes
 * a shop, in all processes: whoever comes second uses what the first one got.
 */
export class ShopTokens implements Tokens {
  /** Callers of this process that want to replace the same pair share one refresh and its outcome. */
  private readonly running = new Map<string, Promise<string | undefined>>()
  /** Each refresh holds a connection while Shopify answers. */
  private readonly permits

  constructor(private readonly deps: ShopTokensDeps) {
    this.permits = new Semaphore(Math.max(1, Math.floor(lockHolders(deps.context.database) / 2)))
  }

  async access(shop: string): Promise<string | undefined> {
    const row = await this.deps.shops.find(shop)
    return row && this.current(row)
  }

  async renew(shop: string, refused: string): Promise<string | undefined> {
    const row = await this.deps.shops.find(shop)
    if (!row) return undefined
    const isOther = this.open(row, 'accessToken') !== refused
    const token = isOther ? await this.current(row) : await this.replace(row)
    return token === refused ? undefined : token
  }

  /** Refreshes the tokens of shops that nobody called for 30 days; once a day. Returns how many got new ones. */
  async refreshIdle(): Promise<number> {
    const soon = new Date(this.now() + IDLE_LEFT_MS)
    let refreshed = 0
    for (const row of await this.deps.shops.endingBefore(soon)) {
      const token = await this.replace(row)
      if (token !== undefined && token !== this.open(row, 'accessToken')) refreshed += 1
    }
    return refreshed
  }

  private async current(row: ShopRow): Promise<string | undefined> {
    const token = this.open(row, 'accessToken')
    return token !== undefined && this.lasts(row, MARGIN_MS) ? token : this.replace(row)
  }

  private replace(row: ShopRow): Promise<string | undefined> {
    const pair = `${row.shop} ${row.tokenVersion}`
    const known = this.running.get(pair)
    if (known) return known
    const mine = this.permits
      .runExclusive(() => this.betweenProcesses(row))
      .finally(() => this.running.delete(pair))
    this.running.set(pair, mine)
    return mine
  }

  private betweenProcesses({ shop, tokenVersion }: ShopRow): Promise<string | undefined> {
    return withLock(this.deps.context.database, `shop token ${shop}`, async () => {
      const row = await this.deps.shops.find(shop)
      if (!row) return undefined
      return row.tokenVersion === tokenVersion ? this.refresh(row) : this.open(row, 'accessToken')
    })
  }

  private async refresh(row: ShopRow): Promise<string | undefined> {
    const { shop } = row
    const refreshToken = this.open(row, 'refreshToken')
    if (refreshToken === undefined) return this.lost(row, 'no_refresh_token')
    const answer = await this.deps.oauth.refresh(shop, refreshToken)
    switch (answer.kind) {
      case 'granted': {
        if (await this.deps.shops.renewed(row, answer.tokens)) return answer.tokens.accessToken
        const newer = await this.deps.shops.find(shop)
        return newer && this.open(newer, 'accessToken')
      }
      case 'refused':
        return this.lost(row, answer.code)
      case 'unavailable':
        this.deps.context.logger.warn('An access token could not be renewed', { shop, why: answer.reason })
        return this.lasts(row, 0) ? this.open(row, 'accessToken') : undefined
    }
  }

  /** A shop that left has no tokens, and that is as it should be. */
  private lost({ shop, uninstalledAt }: ShopRow, why: string): undefined {
    if (uninstalledAt === null)
      this.deps.context.logger.error('The app has no access to a shop any more; it must be installed again', {
        shop,
        why,
      })
  }

  private lasts({ accessTokenExpiresAt }: ShopRow, marginMs: number): boolean {
    return accessTokenExpiresAt === null || accessTokenExpiresAt.getTime() > this.now() + marginMs
  }

  /** A token whose encryption key is gone is no token. */
  private open(row: ShopRow, field: TokenField): string | undefined {
    const { options, logger } = this.deps.context
    try {
      return openToken(options.encryptionKeys, row, field)
    } catch (error) {
      if (!(error instanceof UnreadableSecret)) throw error
      logger.error('A stored token cannot be opened', { shop: row.shop, why: error.message })
      return undefined
    }
  }

  private now(): number {
    return this.deps.context.clock().getTime()
  }
}
