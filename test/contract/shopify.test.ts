import { startTestStack } from '../stack/start-test-stack'
import { describeContract } from './describe-contract'
import { ClockShift, Emulator } from './emulator'
import { EXAMPLE_SHOPS } from './shopify/example-shops'
import { ShopifyStore } from './shopify/shopify-store'

describeContract('Shopify', async () => {
  const time = new ClockShift()
  const { sandbox, shopify, stop } = await startTestStack('contract_shopify', {
    stores: ['shopify'],
    sandbox: { clock: time.clock },
    shopify: {
      instances: 2,
      env: { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false', RETRY_SCALE: '0.02' },
    },
  })
  const store = new ShopifyStore({
    urls: () => shopify.instances.map(({ url }) => url),
    shopUrl: shopify.emulator.shopUrl,
    shops: EXAMPLE_SHOPS,
    merchant: shopify.merchant,
    async restart() {
      await shopify.main.stop('SIGKILL')
      await shopify.main.start()
    },
  })
  return {
    store,
    emulator: new Emulator(sandbox, time),
    listen: (url) => sandbox.control.webhooks.setUrl(url),
    close: stop,
  }
})
