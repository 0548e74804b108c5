import type { CheckoutRecord, OrderSnapshot, PaymentFacts } from '@craftgate-commerce/core'
import { walletOf } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { Customer, RequestContext, TransactionalConnection } from '@vendure/core'
import { type EntityManager, IsNull } from 'typeorm'
import { CraftgateCardOwner } from '../entities'
import { latestOf } from '../storage'
import { reasonOf, vendureLogger } from '../vendure-logger'

interface Stored {
  /** Id of the customer. */
  readonly customer: string
  readonly account: string
  readonly cardUserKey: string
}

/** Craftgate's keys of stored cards: one for each customer and account. */
@Injectable()
export class CardOwners {
  constructor(private readonly connection: TransactionalConnection) {}

  async keyOf(customer: string, account: string): Promise<string | undefined> {
    const rows = this.connection.rawConnection.getRepository(CraftgateCardOwner)
    return (await rows.findOneBy({ customer, account }))?.cardUserKey
  }

  /**
   * What the order's buyer is to us. It proves nothing of who opens the pay link, nor of who filled the cart: a shop may let
   * guests order with the e-mail address of a member. Core offers and stores cards only for an opener who is logged in as
   * this customer.
   */
  async membershipOf(
    customer: string | undefined,
    account: string,
  ): Promise<Pick<OrderSnapshot['buyer'], 'hasAccount' | 'cardUserKey'>> {
    if (customer === undefined) return {}
    const customers = this.connection.rawConnection.getRepository(Customer)
    const relations = { user: true } as const
    const member = await customers.findOne({ where: { id: customer, deletedAt: IsNull() }, relations })
    if (!member?.user || member.user.deletedAt) return {}
    return { hasAccount: true, cardUserKey: await this.keyOf(customer, account) }
  }

  /** Keeps the key of the cards that the customer who opened the payment page let Craftgate store. The payment stands whatever comes of it. */
  async keep(record: CheckoutRecord, { cardUserKey }: PaymentFacts): Promise<void> {
    const customer = walletOf(record)
    if (cardUserKey === undefined || customer === undefined) return
    const { account } = record
    try {
      if ((await this.keyOf(customer, account)) === cardUserKey) return
      await this.save({ customer, account, cardUserKey })
    } catch (error) {
      vendureLogger.warn('The stored card of a customer was not kept', {
        checkout: record.id,
        reason: reasonOf(error),
      })
    }
  }

  /**
   * Under the lock of the customer's row, which a deletion of the customer waits for. A key that finds no customer, or another
   * key of his (two first payments at once), is nobody's: its cards could never be shown again, so Craftgate forgets them.
   */
  private save(stored: Stored): Promise<unknown> {
    const { customer: id, account, cardUserKey } = stored
    return this.connection.withTransaction(RequestContext.empty(), async (tx) => {
      const customers = this.connection.getRepository(tx, Customer).createQueryBuilder('row')
      const [customer] = await latestOf(customers.where('row.id = :id AND row.deletedAt IS NULL', { id }))
      const { manager } = this.connection.getRepository(tx, CraftgateCardOwner)
      const known = customer && (await manager.findOneBy(CraftgateCardOwner, { customer: id, account }))
      if (known?.cardUserKey === cardUserKey) return
      const owner = customer && !known ? id : null
      if (owner === null) await this.addNobodys(manager, { account, cardUserKey })
      else await manager.insert(CraftgateCardOwner, stored)
    })
  }

  private async addNobodys(manager: EntityManager, key: Omit<Stored, 'customer'>): Promise<void> {
    const known = await manager.existsBy(CraftgateCardOwner, { ...key, customer: IsNull() })
    if (!known) await manager.insert(CraftgateCardOwner, { ...key, customer: null })
  }
}
