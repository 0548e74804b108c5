import { intentOfRow, type MoneyIntent, saveByVersion, toIntentRow } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { CraftgateIntent } from '../entities'
import { isUniqueViolation } from './database-errors'
import { Ledger } from './ledger'
import { pages } from './pages'

@Injectable()
export class IntentStore {
  constructor(private readonly ledger: Ledger) {}

  /** Inserts or updates by optimistic version, committed at once; see CommercePlatform.saveIntent. */
  save(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    return saveByVersion(intent, {
      insert: async (next) => (await this.rows()).insert(toIntentRow(next)),
      update: async (next, version) => {
        const { affected } = await (await this.rows()).update(
          { intentKey: next.key, version },
          toIntentRow(next),
        )
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  /** Oldest first. */
  async of(paymentId: number): Promise<readonly MoneyIntent[]> {
    const rows = await (await this.rows()).find({ where: { paymentId }, order: { id: 'ASC' } })
    return rows.map(intentOfRow)
  }

  open(before: Date): AsyncIterable<MoneyIntent> {
    return pages({
      repository: () => this.rows(),
      states: ['planned', 'unknown', 'waiting'],
      before,
      toValue: intentOfRow,
    })
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateIntent)
  }
}
