import { Administration } from '../contract/vendure/admin'
import { PASSWORD, registerCustomer } from '../contract/vendure/customers'
import { EXAMPLE_SHOP } from '../contract/vendure/example-shop'
import { recordMoney } from '../contract/vendure/unpaid-orders'
import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront, given, type KeptWithOrder } from './describe-storefront'

const KEPT = /* GraphQL */ `
  query Kept($code: String!) {
    orders(options: { filter: { code: { eq: $code } } }) {
      items {
        billingAddress { company }
        customFields { identityNumber taxOffice taxNumber consentVersion consentAt consentText }
      }
    }
  }
`

interface Kept {
  readonly billingAddress: { readonly company: string | null }
  readonly customFields: Readonly<Record<string, string | null>>
}

async function keptWith(merchant: Administration, code: string): Promise<KeptWithOrder> {
  const { orders } = await merchant.ask<{ orders: { items: readonly Kept[] } }>(KEPT, { code })
  const { billingAddress, customFields = {} } = orders.items[0] ?? {}
  const { identityNumber, taxOffice, taxNumber, consentVersion, consentAt, consentText } = customFields
  return {
    ...given({ company: billingAddress?.company, identityNumber, taxOffice, taxNumber }),
    consent: { version: consentVersion ?? '', at: consentAt ?? '', text: consentText ?? '' },
  }
}

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
      keptWith: (orderCode) => keptWith(merchant, orderCode),
      registerCustomer: async () => ({ email: await registerCustomer(merchant), password: PASSWORD }),
    }
  },
})
