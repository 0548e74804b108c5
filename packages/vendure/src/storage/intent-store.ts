import { intentOfRow, type MoneyIntent, toIntentRow } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { CraftgateIntent } from '../entities'
import { isUniqueViolation } from './database-errors'
import { Ledger } from './ledger'
import { pages } from './pages'

@Injectable()
export class IntentStore {
  constructor(private readonly ledger: Ledger) {}

  /** Inserts or updates by optimistic version, committed at once; see CommercePlatform.saveIntent. */
  async save(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'> {
    const next = { ...intent, version: intent.version + 1 }
    try {
      return (await this.write(intent.version, next)) ? next : 'conflict'
    } catch (error) {
      if (isUniqueViolation(error)) return 'conflict'
      throw error
    }
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

  private async write(version: number, next: MoneyIntent): Promise<boolean> {
    const rows = await this.rows()
    if (version === 0) {
      await rows.insert(toIntentRow(next))
      return true
    }
    const { affected } = await rows.update({ intentKey: next.key, version }, toIntentRow(next))
    return affected === 1
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateIntent)
  }
}
