import path from 'node:path'
import { CraftgatePlugin } from '@craftgate-commerce/vendure'
import { AssetServerPlugin } from '@vendure/asset-server-plugin'
import {
  DefaultJobQueuePlugin,
  DefaultSchedulerPlugin,
  DefaultSearchPlugin,
  type VendureConfig,
} from '@vendure/core'
import { DashboardPlugin } from '@vendure/dashboard/plugin'
import { sellerOf } from './sellers'
import { severalCards } from './zerdali'
import type { StoreEnvironment } from './zerdali/environment'

/** Built once by `npm run build:dashboard`. */
export const DASHBOARD_DIR = path.join(__dirname, '../static/dashboard')

export function plugins(env: StoreEnvironment): VendureConfig['plugins'] {
  return [
    DefaultJobQueuePlugin.init({ pollInterval: env.jobPollMs }),
    DefaultSchedulerPlugin.init({}),
    DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: true }),
    AssetServerPlugin.init({
      route: 'assets',
      assetUploadDir: env.assetDir ?? path.join(__dirname, '../static/assets'),
      assetUrlPrefix: `${env.publicUrl}/assets/`,
      presets: [
        { name: 'card', width: 640, height: 640, mode: 'crop' },
        { name: 'page', width: 1200, height: 1200, mode: 'crop' },
      ],
    }),
    craftgate(env),
    DashboardPlugin.init({ route: 'dashboard', appDir: DASHBOARD_DIR }),
  ]
}

function craftgate({ publicUrl, storefrontUrl, craftgate, alerts }: StoreEnvironment) {
  const { environment, apiKey, secretKey, webhookKey, callbackKey, linkSecret } = craftgate
  return CraftgatePlugin.init({
    publicUrl,
    linkSecret,
    wallets: { shop: 'zerdali-vendure' },
    merchants: { main: { environment, apiKey, secretKey, webhookKey, callbackKey } },
    returnUrl: `${storefrontUrl}/odeme/{reference}`,
    reconcileSchedule: craftgate.reconcileSchedule,
    reconcileAfterSeconds: craftgate.reconcileAfterSeconds,
    sellerOf,
    alerts,
    checkout: { forOrder: severalCards },
  })
}
