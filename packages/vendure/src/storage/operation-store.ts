import {
  operationOfRow,
  type PaymentOperation,
  saveWithOptimisticLock,
  toOperationRow,
} from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { CraftgateOperation } from '../entities'
import { isUniqueViolation } from './database-errors'
import { Ledger } from './ledger'
import { pages } from './pages'

@Injectable()
export class OperationStore {
  constructor(private readonly ledger: Ledger) {}

  /** Inserts or updates by optimistic version, committed at once; see CommercePlatform.saveOperation. */
  save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    return saveWithOptimisticLock(operation, {
      insert: async (next) => (await this.rows()).insert(toOperationRow(next)),
      update: async (next, version) => {
        const { affected } = await (await this.rows()).update(
          { operationKey: next.key, version },
          toOperationRow(next),
        )
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  /** Oldest first. */
  async of(paymentId: number): Promise<readonly PaymentOperation[]> {
    const rows = await (await this.rows()).find({ where: { paymentId }, order: { id: 'ASC' } })
    return rows.map(operationOfRow)
  }

  open(before: Date): AsyncIterable<PaymentOperation> {
    return pages({
      repository: () => this.rows(),
      states: ['planned', 'unknown', 'waiting'],
      before,
      toValue: operationOfRow,
    })
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateOperation)
  }
}
