import type { CurrencyCode, ErrorFacts, OperationStep, PaymentOperation } from '@craftgate-commerce/core'
import { type DeepPartial, VendureEntity } from '@vendure/core'
import { Column, Entity, Index } from 'typeorm'
import { wholeNumber } from './columns'

/** A money call, written down before it is made. */
@Entity()
@Index(['state', 'changedAt'])
export class CraftgateOperation extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateOperation>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  operationKey: string

  @Column({ type: 'varchar' })
  kind: PaymentOperation['kind']

  @Column({ type: 'varchar' })
  merchant: string

  @Index()
  @Column({ type: 'bigint', transformer: wholeNumber })
  paymentId: number

  @Column({ type: 'bigint', transformer: wholeNumber })
  amount: number

  @Column({ type: 'varchar' })
  currency: CurrencyCode

  @Column('simple-json')
  steps: readonly OperationStep[]

  @Column({ type: 'varchar' })
  state: PaymentOperation['state']

  @Column({ type: 'boolean', nullable: true })
  cancelled: boolean | null

  @Column('simple-json', { nullable: true })
  error: ErrorFacts | null

  @Column({ type: 'varchar', nullable: true })
  shopReference: string | null

  @Column({ type: Date })
  startedAt: Date

  @Column({ type: Date })
  changedAt: Date

  @Column({ type: 'int' })
  version: number
}
