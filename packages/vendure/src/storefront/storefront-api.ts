import type { CraftgateCommerce } from '@craftgate-commerce/core'
import {
  answerStorefront,
  type CheckoutEntry,
  type PriceSubject,
  priceOnGrid,
  type StorefrontCustomer,
  StorefrontError,
  type StorefrontExchange,
  type SubjectPrice,
  storefrontProblem,
} from '@craftgate-commerce/core/adapter'
import type { StorefrontProblem } from '@craftgate-commerce/core/storefront'
import { Inject, Injectable } from '@nestjs/common'
import {
  ActiveOrderService,
  ConfigService,
  extractSessionToken,
  I18nError,
  type ID,
  Permission,
  type RequestContext,
  RequestContextService,
  SessionService,
} from '@vendure/core'
import {
  CheckoutStatus,
  CraftgateMethods,
  OwnWallets,
  ShopError,
  ShopPrices,
  type ShopProblem,
  StoredCards,
} from '../api'
import type { ExpressRequest } from '../cards'
import { CRAFTGATE } from '../tokens'

/** What is not listed is not for sale. */
const PROBLEMS: Partial<Readonly<Record<ShopProblem, StorefrontProblem['error']>>> = {
  'channel-not-configured': 'not-found',
  'currency-not-supported': 'not-found',
  'no-such-amount': 'bad-amount',
  'nothing-to-pay': 'nothing-to-pay',
}

/** What a storefront asks this shop for, in the JSON that is the same in every shop. */
@Injectable()
export class StorefrontApi {
  constructor(
    @Inject(CRAFTGATE) private readonly commerce: CraftgateCommerce,
    private readonly config: ConfigService,
    private readonly sessions: SessionService,
    private readonly contexts: RequestContextService,
    private readonly prices: ShopPrices,
    private readonly checkouts: CheckoutStatus,
    private readonly methods: CraftgateMethods,
    private readonly cards: StoredCards,
    private readonly wallets: OwnWallets,
    private readonly activeOrders: ActiveOrderService,
  ) {}

  /** The channel and the session are those that the Shop API would find in this request. */
  async answer(request: ExpressRequest, exchange: StorefrontExchange): Promise<Response> {
    const ctx = await this.contextOf(request)
    if (ctx === undefined) return storefrontProblem('not-found', exchange.request)
    return answerStorefront(
      {
        commerce: this.commerce,
        price: (subject) => this.price(ctx, subject),
        entries: () => this.entries(ctx),
        customer: () => this.customer(ctx),
        payment: (reference) => this.checkouts.forStorefront(ctx, reference),
      },
      exchange,
    )
  }

  private async price(ctx: RequestContext, subject: PriceSubject): Promise<SubjectPrice> {
    try {
      const merchant = this.prices.merchantOf(ctx)
      switch (subject.kind) {
        case 'variant':
          return { merchant, price: await this.prices.ofVariant(ctx, this.idOf(subject.id)), exact: true }
        case 'cart':
          return { merchant, price: await this.prices.ofActiveOrder(ctx), exact: true }
        case 'amount':
          return {
            merchant,
            price: priceOnGrid({ ...subject, currency: subject.currency ?? ctx.currencyCode }),
            exact: false,
          }
      }
    } catch (error) {
      throw error instanceof ShopError ? new StorefrontError(PROBLEMS[error.problem] ?? 'not-sold') : error
    }
  }

  private async entries(ctx: RequestContext): Promise<readonly CheckoutEntry[]> {
    // Vendure finds an active order of a session only.
    const order = ctx.session && (await this.activeOrders.getActiveOrder(ctx, undefined))
    return this.methods.entries(ctx, order)
  }

  /** At the merchant of the channel. */
  private async customer(ctx: RequestContext): Promise<StorefrontCustomer | undefined> {
    const ref = await this.wallets.customerOf(ctx)
    if (ref === undefined) return undefined
    return {
      owners: await this.cards.ownersOf(ctx),
      wallets: [ref],
      topUpAt: ref,
      details: () => this.wallets.detailsOf(ctx, ref),
    }
  }

  /** As the Shop API would read it. */
  private idOf(text: string): ID {
    const { entityOptions, entityIdStrategy } = this.config
    return (entityOptions.entityIdStrategy ?? entityIdStrategy).decodeId(text)
  }

  /** Undefined for a channel that is not there. */
  private async contextOf(request: ExpressRequest): Promise<RequestContext | undefined> {
    const { tokenMethod = 'cookie', apiKeyHeaderKey } = this.config.authOptions
    const token = extractSessionToken(request, tokenMethod, apiKeyHeaderKey)
    const session = token && (await this.sessions.getSessionFromToken(token.token))
    try {
      return await this.contexts.fromRequest(request, undefined, [Permission.Owner], session)
    } catch (error) {
      if (error instanceof I18nError) return undefined
      throw error
    }
  }
}
