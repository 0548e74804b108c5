import { type DeepPartial, VendureEntity } from '@vendure/core'
import { Column, Entity } from 'typeorm'

/** A webhook event that was handled. */
@Entity()
export class CraftgateEvent extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateEvent>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  eventKey: string
}
