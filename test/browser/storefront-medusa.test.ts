import { registerLogin } from '../contract/medusa/customers'
import { EXAMPLE_SHOP } from '../contract/medusa/example-shop'
import { MedusaMerchant } from '../contract/medusa/merchant'
import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront, given, type KeptWithOrder } from './describe-storefront'

type Orders = { readonly orders: readonly { readonly id: string; readonly display_id: number }[] }

interface Kept {
  readonly billing_address: {
    readonly company: string | null
    readonly metadata: Readonly<Record<string, string>> | null
  }
  readonly metadata: { readonly consent: KeptWithOrder['consent'] }
}

describeStorefront({
  album: 'medusa',
  methods: {
    card: 'pp_craftgate_craftgate',
    preAuth: 'pp_craftgate_on-provizyon',
    transfer: 'pp_craftgate_havale',
  },
  hasReferencePerAttempt: true,
  discounted: { decimal: '1165.32', shown: '₺1.165,32' },
  discount: 'HOSGELDIN10',
  async start() {
    const stack = await startTestStack('browser_medusa', { stores: ['medusa'], storefront: true })
    const merchant = new MedusaMerchant(() => stack.medusa.main.url, EXAMPLE_SHOP.admin)
    async function idOf(orderNumber: string) {
      const { orders } = await merchant.get<Orders>('/admin/orders?fields=id,display_id')
      return orders.find(({ display_id }) => String(display_id) === orderNumber)?.id
    }
    const recordMoney = async (orderNumber: string) =>
      merchant.post(`/admin/craftgate/orders/${await idOf(orderNumber)}/record-payment`)
    async function keptWith(orderNumber: string): Promise<KeptWithOrder> {
      const path = `/admin/orders/${await idOf(orderNumber)}?fields=metadata,*billing_address`
      const { billing_address, metadata } = (await merchant.get<{ readonly order: Kept }>(path)).order
      const { identity_number, tax_office, tax_number } = billing_address.metadata ?? {}
      return {
        ...given({
          company: billing_address.company,
          identityNumber: identity_number,
          taxOffice: tax_office,
          taxNumber: tax_number,
        }),
        consent: metadata.consent,
      }
    }
    const registerCustomer = () => registerLogin(stack.medusa.main.url, stack.medusa.publishableKey)
    return { ...stack, recordMoney, keptWith, registerCustomer }
  },
})
