import { type DeepPartial, VendureEntity } from '@vendure/core'
import { Column, Entity } from 'typeorm'
import { wholeNumber } from './columns'

/** A row to hold while money calls are made for one payment. Nothing else ever writes it, so nothing else ever waits. */
@Entity()
export class CraftgateLock extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateLock>) {
    super(input)
  }

  @Column({ type: 'bigint', unique: true, transformer: wholeNumber })
  paymentId: number
}
