import type { MoneyIntent } from '@craftgate-commerce/core'
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
    return rows.map(toIntent)
  }

  open(before: Date): AsyncIterable<MoneyIntent> {
    return pages({
      repository: () => this.rows(),
      states: ['planned', 'unknown', 'waiting'],
      before,
      toValue: toIntent,
    })
  }

  private async write(version: number, next: MoneyIntent): Promise<boolean> {
    const rows = await this.rows()
    if (version === 0) {
      await rows.insert(toRow(next))
      return true
    }
    const { affected } = await rows.update({ intentKey: next.key, version }, toRow(next))
    return affected === 1
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateIntent)
  }
}

function toRow({ key, amount, createdAt, updatedAt, ...intent }: MoneyIntent) {
  return {
    ...intent,
    intentKey: key,
    amount: amount.minor,
    currency: amount.currency,
    cancelled: intent.cancelled ?? null,
    error: intent.error ?? null,
    shopReference: intent.shopReference ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

function toIntent(row: CraftgateIntent): MoneyIntent {
  return {
    key: row.intentKey,
    kind: row.kind,
    merchant: row.merchant,
    paymentId: row.paymentId,
    amount: { minor: row.amount, currency: row.currency },
    legs: row.legs,
    state: row.state,
    cancelled: row.cancelled ?? undefined,
    error: row.error ?? undefined,
    shopReference: row.shopReference ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
