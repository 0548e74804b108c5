import { startTestStack } from '../stack/start-test-stack'
import { AlertListener } from './alert-listener'
import { describeContract } from './describe-contract'
import { ClockShift, Emulator, MERCHANTS } from './emulator'
import { EXAMPLE_SHOP } from './medusa/example-shop'
import { MedusaStore } from './medusa/medusa-store'

describeContract('Medusa', async () => {
  const time = new ClockShift()
  const alerts = await AlertListener.start()
  const { sandbox, medusa, stop } = await startTestStack('contract_medusa', {
    stores: ['medusa'],
    sandbox: { clock: time.clock, checkAnswers: true, seed: MERCHANTS },
    medusa: {
      instances: 2,
      redis: true,
      env: { ...alerts.env, RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false' },
    },
  })
  const store = new MedusaStore({
    urls: () => medusa.instances.map(({ url }) => url),
    publishableKey: medusa.publishableKey,
    ...EXAMPLE_SHOP,
    async restart() {
      await medusa.main.stop('SIGKILL')
      await medusa.main.start()
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
