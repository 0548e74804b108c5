import {
  type CheckoutQuery,
  type CheckoutRecord,
  type CheckoutState,
  checkoutOfRow,
  saveWithOptimisticLock,
  toCheckoutRow,
} from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import type { FindOptionsWhere } from 'typeorm'
import { CraftgateCheckout } from '../entities'
import { isUniqueViolation } from './database-errors'
import { Ledger } from './ledger'
import { pages } from './pages'

@Injectable()
export class CheckoutStore {
  constructor(private readonly ledger: Ledger) {}

  /** Inserts or updates by optimistic version; see CommercePlatform.saveCheckout. */
  save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    return saveWithOptimisticLock(record, {
      insert: async (next) => (await this.rows()).insert(toRow(next)),
      update: async (next, version) => {
        const { affected } = await (await this.rows()).update({ recordId: next.id, version }, toRow(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    const rows = await this.rows()
    const row = await rows.findOne({ where: whereOf(by), order: { attempt: 'DESC', id: 'DESC' } })
    return row ? checkoutOfRow(row) : undefined
  }

  /** This very attempt, as it is stored now. */
  async latest({ id }: Pick<CheckoutRecord, 'id'>): Promise<CheckoutRecord | undefined> {
    const row = await (await this.rows()).findOneBy({ recordId: id })
    return row ? checkoutOfRow(row) : undefined
  }

  open(query: { states: readonly CheckoutState[]; before: Date }): AsyncIterable<CheckoutRecord> {
    return pages({ repository: () => this.rows(), ...query, toValue: checkoutOfRow })
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateCheckout)
  }
}

function whereOf(by: CheckoutQuery): FindOptionsWhere<CraftgateCheckout> {
  if ('token' in by) return { token: by.token }
  return 'paymentId' in by ? { paymentId: by.paymentId } : { reference: by.reference }
}

const toRow = (record: CheckoutRecord) => ({
  ...toCheckoutRow(record),
  channel: record.context.channel ?? '',
})
