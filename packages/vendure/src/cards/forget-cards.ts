import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { deleteCardsOf } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { CustomerEvent, EventBus, TransactionalConnection } from '@vendure/core'
import { filter } from 'rxjs'
import { IsNull } from 'typeorm'
import { CraftgateCardOwner } from '../entities'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'

/**
 * The cards of a deleted customer go with him. In the transaction that deletes him the key becomes nobody's; the cards
 * of nobody are deleted at Craftgate after that, and once a day where Craftgate could not be reached.
 */
@Injectable()
export class ForgetCards implements OnApplicationBootstrap {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly connection: TransactionalConnection,
    private readonly events: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    this.events.registerBlockingEventHandler({
      id: 'craftgate-forget-cards',
      event: CustomerEvent,
      handler: async ({ ctx, entity, type }) => {
        if (type !== 'deleted') return
        const rows = this.connection.getRepository(ctx, CraftgateCardOwner)
        await rows.update({ customer: String(entity.id) }, { customer: null })
      },
    })
    this.events
      .ofType(CustomerEvent)
      .pipe(filter(({ type }) => type === 'deleted'))
      .subscribe(() => void this.forgetNobodys())
  }

  /** Never throws. What could not be deleted now stays for the next time. */
  async forgetNobodys(): Promise<void> {
    try {
      const rows = this.connection.rawConnection.getRepository(CraftgateCardOwner)
      for (const row of await rows.findBy({ customer: IsNull() })) await this.forget(row)
    } catch (error) {
      warn(error)
    }
  }

  private async forget({ id, account, cardUserKey }: CraftgateCardOwner): Promise<void> {
    const merchant = this.options.merchantOfAccount(account)
    // Without keys of the account nobody reaches its cards.
    if (merchant === undefined) return
    try {
      await deleteCardsOf(this.craftgate, { merchant, cardUserKey })
      await this.connection.rawConnection.getRepository(CraftgateCardOwner).delete({ id })
    } catch (error) {
      warn(error)
    }
  }
}

const warn = (error: unknown): void =>
  vendureLogger.warn('The stored cards of a deleted customer are at Craftgate still', {
    reason: reasonOf(error),
  })
