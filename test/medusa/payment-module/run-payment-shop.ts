import { dirname, join } from 'node:path'
import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import type { IPaymentModuleService } from '@medusajs/framework/types'
import { loadModels, Modules } from '@medusajs/framework/utils'
import { discoveryPath } from '@medusajs/medusa/payment'
import { moduleIntegrationTestRunner } from '@medusajs/test-utils'
import { configure, providers } from './merchant-config'
import { PaymentShop } from './payment-shop'

/** Two accounts at Craftgate, each with ids of its own. */
const MERCHANTS = ['main', 'europe'].map((name) => ({
  name,
  apiKey: `api-key-of-${name}`,
  secretKey: `secret-key-of-${name}`,
}))

/**
 * Runs tests against Medusa's real payment module and the emulator. Each test finds an empty database, and an emulator
 * that knows nobody and whose clock stands still.
 */
export function runPaymentShop(tests: (shop: () => PaymentShop) => void): void {
  configure({ craftgate: {} })
  moduleIntegrationTestRunner<IPaymentModuleService>({
    moduleName: Modules.PAYMENT,
    resolve: '@medusajs/medusa/payment',
    moduleModels: loadModels(join(dirname(discoveryPath), 'models')),
    moduleOptions: providers,
    // The tables come from the models. Without a name the runner makes a folder "migrations" wherever it is started.
    pathToMigrations: join(__dirname, '../../.artifacts/no-migrations'),
    testSuite: ({ service }) => tests(openShop(service)),
  })
}

function openShop(payments: IPaymentModuleService): () => PaymentShop {
  let sandbox: Sandbox
  let shop: PaymentShop
  beforeAll(async () => {
    sandbox = await startSandbox({ timeScale: 0, seed: { merchants: MERCHANTS } })
  })
  beforeEach(() => {
    sandbox.control.reset()
    shop = new PaymentShop(payments, sandbox)
  })
  afterEach(() => shop.craftgate.commerce.close())
  afterAll(() => sandbox.close())
  return () => shop
}
