import type { Logger } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { AppOptions } from '../options'
import type { Clock } from './clock'

/** What every service of the app is made with. */
export interface AppContext {
  readonly options: AppOptions
  readonly database: DataSource
  readonly logger: Logger
  readonly clock: Clock
}
