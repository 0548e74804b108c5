import { type AlertRecord, type AlertStore } from '@craftgate-commerce/core'
import { alertOfRow, saveWithOptimisticLock, toAlertRow } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { CraftgateAlert } from '../entities'
import { IsolatedConnection } from './isolated-connection'
import { isUniqueViolation } from './transactions'

/** What was said of each kind of thing that needs attention, committed at once. */
@Injectable()
export class Alerts implements AlertStore {
  constructor(private readonly connection: IsolatedConnection) {}

  save(record: AlertRecord): Promise<AlertRecord | 'conflict'> {
    return saveWithOptimisticLock(record, {
      insert: async (next) => (await this.rows()).insert(rowOf(next)),
      update: async (next, version) => {
        const where = { account: next.account, kind: next.kind, version }
        const { affected } = await (await this.rows()).update(where, rowOf(next))
        return affected === 1
      },
      isTaken: isUniqueViolation,
    })
  }

  async of(account: string): Promise<readonly AlertRecord[]> {
    return (await (await this.rows()).findBy({ account })).map(alertOfRow)
  }

  private async rows() {
    return (await this.connection.source()).getRepository(CraftgateAlert)
  }
}

const rowOf = (record: AlertRecord) => ({ ...toAlertRow(record), pending: [...record.pending] })
