import { Administration } from '../contract/vendure/admin'
import { PASSWORD, registerCustomer } from '../contract/vendure/customers'
import { EXAMPLE_SHOP } from '../contract/vendure/example-shop'
import { recordMoney } from '../contract/vendure/unpaid-orders'
import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront } from './describe-storefront'

describeStorefront({
  album: 'vendure',
  methods: { card: 'craftgate', preAuth: 'craftgate-on-provizyon', transfer: 'havale' },
  discounted: { decimal: '1165.32', shown: '₺1.165,32' },
  discount: 'Hoş geldin indirimi',
  isAudited: true,
  async start() {
    const stack = await startTestStack('browser_vendure', { storefront: true, vendure: { worker: false } })
    const { admin, channels } = EXAMPLE_SHOP
    const merchant = new Administration(() => stack.vendure.main.url, admin, channels.TRY)
    return {
      ...stack,
      recordMoney: (orderCode) => recordMoney(merchant, orderCode),
      registerCustomer: async () => ({ email: await registerCustomer(merchant), password: PASSWORD }),
    }
  },
})
