import { Injectable } from '@nestjs/common'
import { CraftgateEvent } from '../entities'
import { isUniqueViolation } from './database-errors'
import { Ledger } from './ledger'

@Injectable()
export class EventStore {
  constructor(private readonly ledger: Ledger) {}

  async handled(eventKey: string): Promise<boolean> {
    return (await this.rows()).existsBy({ eventKey })
  }

  /** Marking twice is the same as marking once. */
  async mark(eventKey: string): Promise<void> {
    try {
      await (await this.rows()).insert({ eventKey })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }

  private async rows() {
    return (await this.ledger.source()).getRepository(CraftgateEvent)
  }
}
