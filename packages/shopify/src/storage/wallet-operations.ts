import type { WalletOperation, WalletOperationStore } from '@craftgate-commerce/core'
import { toWalletOperationRow, walletOperationOfRow } from '@craftgate-commerce/core/adapter'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { type WalletOperationRow, walletOperationEntity } from '../database'
import { TenantTable } from './tenant-table'

/** Money of members' wallets of one tenant, written down before it is moved. */
export class WalletOperations implements WalletOperationStore {
  private readonly table: TenantTable<WalletOperation, WalletOperationRow>

  constructor(database: DataSource, tenant: Tenant) {
    this.table = new TenantTable(database, tenant, {
      entity: walletOperationEntity,
      key: ['account', 'operationKey'],
      toRow: toWalletOperationRow,
      toValue: walletOperationOfRow,
    })
  }

  save(operation: WalletOperation): Promise<WalletOperation | 'conflict'> {
    return this.table.save(operation)
  }

  find({ account, key }: Pick<WalletOperation, 'account' | 'key'>): Promise<WalletOperation | undefined> {
    return this.table.first({ account, operationKey: key })
  }

  of(
    { account, memberId }: Pick<WalletOperation, 'account' | 'memberId'>,
    limit: number,
  ): Promise<readonly WalletOperation[]> {
    return this.table.all({ account, memberId }, { startedAt: 'DESC', operationKey: 'DESC' }, limit)
  }

  open({ before }: { readonly before: Date }): AsyncIterable<WalletOperation> {
    const sql = 'row.endedAt IS NULL AND row.changedAt < :before'
    return this.table.inOrder('changedAt', { sql, parameters: { before } })
  }
}
