import { registerLogin } from '../contract/medusa/customers'
import { EXAMPLE_SHOP } from '../contract/medusa/example-shop'
import { MedusaMerchant } from '../contract/medusa/merchant'
import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront } from './describe-storefront'

type Orders = { readonly orders: readonly { readonly id: string; readonly display_id: number }[] }

describeStorefront({
  album: 'medusa',
  methods: {
    card: 'pp_craftgate_craftgate',
    preAuth: 'pp_craftgate_on-provizyon',
    transfer: 'pp_craftgate_havale',
  },
  discounted: { decimal: '1165.32', shown: '₺1.165,32' },
  discount: 'HOSGELDIN10',
  async start() {
    const stack = await startTestStack('browser_medusa', { stores: ['medusa'], storefront: true })
    const merchant = new MedusaMerchant(() => stack.medusa.main.url, EXAMPLE_SHOP.admin)
    async function recordMoney(orderNumber: string) {
      const { orders } = await merchant.get<Orders>('/admin/orders?fields=id,display_id')
      const order = orders.find(({ display_id }) => String(display_id) === orderNumber)
      await merchant.post(`/admin/craftgate/orders/${order?.id}/record-payment`)
    }
    const registerCustomer = () => registerLogin(stack.medusa.main.url, stack.medusa.publishableKey)
    return { ...stack, recordMoney, registerCustomer }
  },
})
