import type { Logger } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { AppOptions } from './options'

export type Clock = () => Date

/** What every room of the app stands on. */
export interface House {
  readonly options: AppOptions
  readonly database: DataSource
  readonly logger: Logger
  readonly clock: Clock
}
