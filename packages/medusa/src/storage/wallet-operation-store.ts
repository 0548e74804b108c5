import type { WalletOperation, WalletOperationStore } from '@craftgate-commerce/core'
import {
  type StoredWalletOperation,
  toWalletOperationRow,
  walletOperationOfRow,
} from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { VersionedTable } from './versioned-table'

/** Money of members' wallets, written down before it is moved. */
export class WalletOperations implements WalletOperationStore {
  private readonly table: VersionedTable<WalletOperation, StoredWalletOperation>

  constructor(connections: Knex) {
    this.table = new VersionedTable(connections, {
      name: 'craftgate_wallet_operation',
      keys: ['account', 'operation_key'],
      toRow: toWalletOperationRow,
      toValue: walletOperationOfRow,
      json: ['details', 'step', 'error'],
    })
  }

  save(operation: WalletOperation): Promise<WalletOperation | 'conflict'> {
    return this.table.save(operation)
  }

  async find({
    account,
    key,
  }: Pick<WalletOperation, 'account' | 'key'>): Promise<WalletOperation | undefined> {
    const place = { account, operation_key: key }
    return (await this.table.find((rows) => rows.where(place), 'operation_key', 1))[0]
  }

  of(
    { account, memberId }: Pick<WalletOperation, 'account' | 'memberId'>,
    limit: number,
  ): Promise<readonly WalletOperation[]> {
    const member = { account, member_id: memberId }
    return this.table.find((rows) => rows.where(member), 'started_at desc, operation_key desc', limit)
  }

  open({ before }: { readonly before: Date }): AsyncIterable<WalletOperation> {
    return this.table.open([(rows) => rows.whereNull('ended_at')], before)
  }
}
