import { startTestStack } from '../stack/start-test-stack'
import { AlertListener } from './alert-listener'
import { describeContract } from './describe-contract'
import { ClockShift, Emulator, MERCHANTS } from './emulator'
import { EXAMPLE_SHOP } from './vendure/example-shop'
import { VendureStore } from './vendure/vendure-store'

describeContract('Vendure', async () => {
  const time = new ClockShift()
  const alerts = await AlertListener.start()
  const { sandbox, vendure, stop } = await startTestStack('contract_vendure', {
    sandbox: { clock: time.clock, checkAnswers: true, seed: MERCHANTS },
    vendure: { instances: 2, worker: false, env: { ...alerts.env, RECONCILE_AFTER_SECONDS: '0' } },
  })
  const store = new VendureStore({
    urls: () => vendure.instances.map(({ url }) => url),
    ...EXAMPLE_SHOP,
    async restart() {
      await vendure.main.stop('SIGKILL')
      await vendure.main.start()
    },
  })
  await store.restock()
  return {
    store,
    alerts,
    emulator: new Emulator(sandbox, time),
    listen: (url) => sandbox.control.webhooks.setUrl(url),
    close: stop,
  }
})
