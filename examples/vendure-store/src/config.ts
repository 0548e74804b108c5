import { defaultShippingEligibilityChecker, LanguageCode, type VendureConfig } from '@vendure/core'
import { orderFields } from './order-fields'
import { plugins } from './plugins'
import { customFields } from './sellers'
import { currencyShippingChecker } from './shipping-checker'
import { StderrLogger } from './stderr-logger'
import type { StoreEnvironment } from './zerdali/environment'

/** Token of the default channel, sent by the storefront as `vendure-token`. */
export const TURKEY_CHANNEL = 'turkiye'

export function storeConfig(env: StoreEnvironment): VendureConfig {
  return {
    apiOptions: {
      hostname: '127.0.0.1',
      port: env.port,
      adminApiPath: 'admin-api',
      shopApiPath: 'shop-api',
      trustProxy: 'loopback',
      csrfPrevention: true,
      cors: { origin: [env.storefrontUrl, env.publicUrl], credentials: true },
    },
    authOptions: {
      tokenMethod: ['bearer', 'cookie'],
      superadminCredentials: env.superadmin,
      cookieOptions: { secret: env.cookieSecret },
      requireVerification: false,
    },
    dbConnectionOptions: { type: 'postgres', url: env.databaseUrl, synchronize: false, logging: false },
    defaultChannelToken: TURKEY_CHANNEL,
    defaultLanguageCode: LanguageCode.tr,
    logger: new StderrLogger(),
    customFields: { ...customFields, Order: orderFields },
    paymentOptions: { paymentMethodHandlers: [] },
    shippingOptions: {
      shippingEligibilityCheckers: [defaultShippingEligibilityChecker, currencyShippingChecker],
    },
    plugins: plugins(env),
  }
}
