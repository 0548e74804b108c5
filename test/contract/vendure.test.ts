import { SUPERADMIN } from '@craftgate-commerce/example-demo'
import { startTestStack } from '../stack/start-test-stack'
import { describeContract } from './describe-contract'
import { ClockShift, Emulator } from './emulator'
import { VendureStore } from './vendure/vendure-store'

describeContract('Vendure', async () => {
  const time = new ClockShift()
  const { sandbox, vendure, stop } = await startTestStack('contract_vendure', {
    sandbox: { clock: time.clock },
    vendure: { instances: 2, worker: false, env: { RECONCILE_AFTER_SECONDS: '0' } },
  })
  const store = new VendureStore({
    urls: () => vendure.instances.map(({ url }) => url),
    admin: { username: SUPERADMIN.identifier, password: SUPERADMIN.password },
    channels: { TRY: 'turkiye', JPY: 'jpy', KWD: 'kwd', second: 'ikinci-magaza' },
    methods: { AUTH: 'craftgate', PRE_AUTH: 'craftgate-on-provizyon' },
    async restart() {
      await vendure.main.stop('SIGKILL')
      await vendure.main.start()
    },
  })
  return {
    store,
    emulator: new Emulator(sandbox, time),
    listen: (url) => sandbox.control.webhooks.setUrl(url),
    close: stop,
  }
})
