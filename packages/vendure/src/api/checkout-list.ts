import { toDecimal } from '@craftgate-commerce/core'
import { noteIn, offlineMethodOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  type ID,
  ListQueryBuilder,
  type ListQueryOptions,
  type RequestContext,
  TransactionalConnection,
  UserInputError,
} from '@vendure/core'
import { In, type SelectQueryBuilder } from 'typeorm'
import { CraftgateCheckout } from '../entities'
import { countUpTo } from '../storage'

/** How far a list is counted, and where its last page may begin: whoever looks for an older attempt filters. */
const FARTHEST = 10_000

/** The attempts of a channel, for the merchant: what is open, what was paid, what had to be given back. */
@Injectable()
export class CheckoutList {
  constructor(
    private readonly lists: ListQueryBuilder,
    private readonly connection: TransactionalConnection,
  ) {}

  /** `language`: of the notes. */
  async of(
    ctx: RequestContext,
    options: ListQueryOptions<CraftgateCheckout> = {},
    language: string = ctx.languageCode,
  ) {
    if ((options.skip ?? 0) > FARTHEST) throw new UserInputError('error.craftgate-list-too-far')
    const where = { channel: String(ctx.channelId) }
    // Vendure puts this over what the list is asked to be sorted by.
    const orderBy = { id: options.sort?.id ?? 'DESC' } as const
    const list = this.lists.build(CraftgateCheckout, options, { ctx, where, orderBy })
    const ids = await idsOf(list)
    // By now the list says also what a strategy of the shop lets this administrator see: Vendure adds that when it is read.
    const rows = await this.byIds(ctx, ids)
    return { items: rows.map((row) => viewOf(row, language)), totalItems: await countUpTo(list, FARTHEST) }
  }

  private async byIds(ctx: RequestContext, ids: readonly ID[]) {
    const rows = await this.connection.getRepository(ctx, CraftgateCheckout).findBy({ id: In([...ids]) })
    const place = new Map(ids.map((id, at) => [String(id), at]))
    const placeOf = ({ id }: CraftgateCheckout) => place.get(String(id)) ?? 0
    return rows.toSorted((one, other) => placeOf(one) - placeOf(other))
  }

  /** `language`: of its note. */
  async byRecordId(recordId: string, language: string) {
    const row = await this.connection.rawConnection.getRepository(CraftgateCheckout).findOneBy({ recordId })
    return row && viewOf(row, language)
  }
}

/** The ids first: an index has them all, and the rows that a page skips are not read. */
async function idsOf(list: SelectQueryBuilder<CraftgateCheckout>): Promise<readonly ID[]> {
  const { skip, take } = list.expressionMap
  const page = list.select(`${list.alias}.id`, 'id').offset(skip).limit(take)
  const rows = await page.getRawMany<{ id: ID }>()
  return rows.map(({ id }) => id)
}

/** Without token and page address: who holds them can pay. */
function viewOf({ token: _token, pageUrl: _pageUrl, amount, ...row }: CraftgateCheckout, language: string) {
  return {
    ...row,
    note: row.note === null ? null : sentenceIn(language, noteIn(row.note)),
    orderCode: row.context.code ?? '',
    offlineMethod: offlineMethodOf(row) ?? null,
    price: toDecimal({ minor: amount, currency: row.currency }),
  }
}
