import { toDecimal } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import {
  ListQueryBuilder,
  type ListQueryOptions,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { CraftgateCheckout } from '../entities'

/** The attempts of a channel, for the merchant: what is open, what was paid, what had to be given back. */
@Injectable()
export class CheckoutList {
  constructor(
    private readonly lists: ListQueryBuilder,
    private readonly connection: TransactionalConnection,
  ) {}

  async of(ctx: RequestContext, options: ListQueryOptions<CraftgateCheckout> | undefined) {
    const where = { channel: String(ctx.channelId) }
    const [rows, totalItems] = await this.lists
      .build(CraftgateCheckout, options, { ctx, where, orderBy: { id: 'DESC' } })
      .getManyAndCount()
    return { items: rows.map(viewOf), totalItems }
  }

  async byRecordId(recordId: string) {
    const row = await this.connection.rawConnection.getRepository(CraftgateCheckout).findOneBy({ recordId })
    return row && viewOf(row)
  }
}

/** Without token and page address: who holds them can pay. */
function viewOf({ token: _token, pageUrl: _pageUrl, amount, ...row }: CraftgateCheckout) {
  return {
    ...row,
    orderCode: row.context.code ?? '',
    price: toDecimal({ minor: amount, currency: row.currency }),
  }
}
