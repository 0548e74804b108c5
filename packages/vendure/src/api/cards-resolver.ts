import type { CardOwner, CraftgateCommerce, StoredCard } from '@craftgate-commerce/core'
import { cardId, deleteOwnCard, findOwnCard } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core'
import { CardOwners, Shoppers } from '../cards'
import { isOfChannel } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CheckoutStore } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { answered, ShopError } from './shop-error'

/** A stored card as its owner may see it. */
const viewOf = (card: StoredCard) => ({
  id: cardId(card),
  alias: card.alias,
  lastFour: card.lastFour,
  cardFamily: card.family,
  cardAssociation: card.association,
  cardType: card.type,
  bank: card.bankName,
  expiryMonth: card.expireMonth,
  expiryYear: card.expireYear,
  expired: card.expired,
})

/** Stored cards of the customer who is logged in, at the merchant of the channel. */
@Injectable()
export class StoredCards {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly shoppers: Shoppers,
    private readonly owners: CardOwners,
    private readonly checkouts: CheckoutStore,
  ) {}

  async list(ctx: RequestContext) {
    const cards = (await this.ownersOf(ctx)).map((owner) => answered(this.craftgate.storedCards(owner)))
    return (await Promise.all(cards)).flat().map(viewOf)
  }

  async rename(ctx: RequestContext, id: string, alias: string) {
    const name = alias.trim()
    if (!CARD_NAME.test(name)) throw new ShopError('no-card-name')
    const own = await answered(findOwnCard(this.craftgate, await this.ownersOf(ctx), id))
    if (own === undefined) throw new ShopError('no-such-card')
    return viewOf(await answered(this.craftgate.renameStoredCard(own.owner, own.card, name)))
  }

  async delete(ctx: RequestContext, id: string) {
    const isDeleted = await answered(deleteOwnCard(this.craftgate, await this.ownersOf(ctx), id))
    if (!isDeleted) throw new ShopError('no-such-card')
    return { success: true }
  }

  async payLink(ctx: RequestContext, reference: string): Promise<string> {
    const record = await this.checkouts.find({ reference })
    const shopper = await this.shoppers.customerOf(ctx.activeUserId)
    if (!record || !isOfChannel(record, ctx) || shopper === undefined) throw new ShopError('no-such-checkout')
    return this.craftgate.payLinkFor({ reference, shopper })
  }

  /** Craftgate's keys of the cards of who is logged in. */
  async ownersOf(ctx: RequestContext): Promise<CardOwner[]> {
    const merchant = this.options.merchantOf(ctx.channel.token)
    const customer = await this.shoppers.customerOf(ctx.activeUserId)
    if (merchant === undefined || customer === undefined) return []
    const cardUserKey = await this.owners.keyOf(customer, this.options.accountOf(merchant))
    return cardUserKey === undefined ? [] : [{ merchant, cardUserKey }]
  }
}

const CARD_NAME = /^[^\p{Cc}]{1,50}$/u

@Resolver()
export class CardsResolver {
  constructor(private readonly cards: StoredCards) {}

  @Query()
  @Allow(Permission.Owner)
  craftgateStoredCards(@Ctx() ctx: RequestContext) {
    return this.cards.list(ctx)
  }

  @Mutation()
  @Allow(Permission.Authenticated)
  craftgatePayLink(@Ctx() ctx: RequestContext, @Args() args: { reference: string }) {
    return this.cards.payLink(ctx, args.reference)
  }

  @Mutation()
  @Allow(Permission.Authenticated)
  renameCraftgateStoredCard(@Ctx() ctx: RequestContext, @Args() args: { id: string; alias: string }) {
    return this.cards.rename(ctx, args.id, args.alias)
  }

  @Mutation()
  @Allow(Permission.Authenticated)
  deleteCraftgateStoredCard(@Ctx() ctx: RequestContext, @Args() args: { id: string }) {
    return this.cards.delete(ctx, args.id)
  }
}
