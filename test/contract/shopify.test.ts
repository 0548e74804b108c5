import { startTestStack } from '../stack/start-test-stack'
import { AlertListener } from './alert-listener'
import { describeContract } from './describe-contract'
import { ClockShift, Emulator, MERCHANTS } from './emulator'
import { exampleStore } from './shopify/example-store'

describeContract('Shopify', async () => {
  const time = new ClockShift()
  const alerts = await AlertListener.start()
  const { sandbox, shopify, stop } = await startTestStack('contract_shopify', {
    stores: ['shopify'],
    sandbox: { clock: time.clock, checkAnswers: true, seed: MERCHANTS },
    shopify: {
      instances: 2,
      env: { ...alerts.env, RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false', RETRY_SCALE: '0.02' },
    },
  })
  const store = exampleStore(shopify)
  return {
    store,
    alerts,
    emulator: new Emulator(sandbox, time),
    listen: (url) => sandbox.control.webhooks.setUrl(url),
    close: stop,
  }
})
