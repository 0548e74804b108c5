import type { WalletOperation, WalletOperationStore } from '@craftgate-commerce/core'
import {
  saveWithOptimisticLock,
  toWalletOperationRow,
  walletOperationOfRow,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { CraftgateWalletOperation } from '../entities'
import { IsolatedConnection } from './isolated-connection'
import { pages } from './pages'
import { isUniqueViolation } from './transactions'

/** Money of members' wallets, written down before it is moved, and committed at once. */
@Injectable()
export class WalletOperations implements WalletOperationStore {
  constructor(private readonly connection: IsolatedConnection) {}

  save(operation: WalletOperation): Promise<WalletOperation | 'conflict'> {
    return saveWithOptimisticLock(operation, {
      insert: async (next) => (await this.rows()).insert(toWalletOperationRow(next)),
      update: async (next, version) => {
        const where = { account: next.account, operationKey: next.key, version }
        const { affected } = await (await this.rows()).update(where, toWalletOperationRow(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async find({
    account,
    key,
  }: Pick<WalletOperation, 'account' | 'key'>): Promise<WalletOperation | undefined> {
    const row = await (await this.rows()).findOneBy({ account, operationKey: key })
    return row ? walletOperationOfRow(row) : undefined
  }

  async of(
    { account, memberId }: Pick<WalletOperation, 'account' | 'memberId'>,
    take: number,
  ): Promise<readonly WalletOperation[]> {
    const order = { startedAt: 'DESC', id: 'DESC' } as const
    const rows = await (await this.rows()).find({ where: { account, memberId }, order, take })
    return rows.map(walletOperationOfRow)
  }

  open({ before }: { readonly before: Date }): AsyncIterable<WalletOperation> {
    return pages({
      rows: async () => {
        const rows = (await this.rows()).createQueryBuilder('row')
        return rows.where('row.endedAt IS NULL').andWhere('row.changedAt < :before', { before })
      },
      toValue: walletOperationOfRow,
    })
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateWalletOperation)
  }
}
