// What the dashboard build looks at: the plugins and the Admin API that they make. It starts nothing.
import type { VendureConfig } from '@vendure/core'
import { storeConfig } from './config'
import { BUILD_ENVIRONMENT, readEnvironment } from './zerdali/environment'

export const config: VendureConfig = storeConfig(readEnvironment(BUILD_ENVIRONMENT))
