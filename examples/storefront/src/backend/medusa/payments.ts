import type * as shop from '../shop-backend'
import type { Carts } from './carts'
import { isUsable, type MedusaCheckout } from './checkout'
import {
  type MedusaOrder,
  type MedusaPaymentCollection,
  type MedusaPaymentSession,
  ORDER_FIELDS,
  referencesOf,
  toOrder,
} from './order'
import { savedLogin } from './saved-login'
import { savedPayments } from './saved-payments'
import { type StoreApi, StoreApiError } from './store-api'

type Begun = Extract<shop.Begun, { ok: true }>
type Collected = { readonly payment_collection: MedusaPaymentCollection }

/** From "pay" to the order that was paid. The Craftgate plugin places the order; this side only asks how it stands. */
export class Payments {
  constructor(
    private readonly api: StoreApi,
    private readonly carts: Carts,
    private readonly language: shop.Language,
  ) {}

  /** Without a provider by the one that the cart was begun to be paid with. */
  async begin(provider: string | undefined): Promise<shop.Begun> {
    const { payment_collection } = await this.api.post<Collected>('payment-collections', {
      cart_id: this.carts.id(),
    })
    const provider_id = provider ?? payment_collection.payment_sessions?.[0]?.provider_id
    if (!provider_id) return { ok: false, message: '' }
    const session = await this.usableSession(payment_collection, provider_id)
    const begun = session ? begunBy(session) : await this.beginAnew(payment_collection.id, provider_id)
    if (begun.ok) savedPayments.keep(begun.reference, this.carts.id())
    if (!begun.ok) return begun
    return begun.payLink === undefined ? this.place(begun) : this.own(begun)
  }

  /** The link of who is logged in: it offers and stores his cards. */
  private async own(begun: Begun): Promise<shop.Begun> {
    if (!savedLogin.token()) return begun
    const path = `craftgate/checkouts/${encodeURIComponent(begun.reference)}/pay-link`
    const { pay_link } = await this.api.post<{ readonly pay_link: string }>(path, {})
    return { ...begun, payLink: pay_link }
  }

  /** The money passes Craftgate by, so the cart is completed now. */
  private async place(begun: shop.Begun): Promise<shop.Begun> {
    type Answer = { readonly type: 'order' } | { readonly type: 'cart'; readonly error: { message: string } }
    const completed = await this.api.post<Answer>(`carts/${this.carts.id()}/complete`, {})
    return completed.type === 'order' ? begun : { ok: false, message: completed.error.message }
  }

  /** `id`: Medusa's own id of the order, which nobody can guess; order numbers are counted. */
  async order(id: string): Promise<shop.Order | undefined> {
    const path = `orders/${encodeURIComponent(id)}`
    const found = await this.api.find<{ readonly order: MedusaOrder }>(path, { fields: ORDER_FIELDS })
    if (!found) return undefined
    const checkouts = await Promise.all(referencesOf(found.order).map((each) => this.checkout(each)))
    return toOrder(
      found.order,
      checkouts.flatMap((checkout) => checkout ?? []),
    )
  }

  private async checkout(reference: string): Promise<MedusaCheckout | undefined> {
    const path = `craftgate/checkouts/${encodeURIComponent(reference)}`
    type Answer = { readonly checkout: MedusaCheckout }
    const cart_id = savedPayments.cartOf(reference)
    const query = { lang: this.language, ...(cart_id ? { cart_id } : {}) }
    return (await this.api.find<Answer>(path, query))?.checkout
  }

  /** A new session would kill the page that the shopper may have open: the one that is there goes on. */
  private async usableSession({ payment_sessions }: MedusaPaymentCollection, provider: string) {
    const session = sessionOf(payment_sessions, provider)
    const reference = session?.data?.reference
    const checkout = reference && (await this.checkout(reference))
    return checkout && isUsable(checkout) ? session : undefined
  }

  private async beginAnew(collectionId: string, provider_id: string): Promise<shop.Begun> {
    const path = `payment-collections/${collectionId}/payment-sessions`
    const { payment_collection } = await this.api.post<Collected>(path, { provider_id })
    const session = sessionOf(payment_collection.payment_sessions, provider_id)
    if (!session) throw new StoreApiError('The shop did not begin the payment')
    return begunBy(session)
  }
}

const sessionOf = (sessions: MedusaPaymentCollection['payment_sessions'], provider: string) =>
  sessions?.find(({ provider_id }) => provider_id === provider)

function begunBy({ data }: MedusaPaymentSession): shop.Begun {
  const { pay_link: payLink, reference } = data ?? {}
  return reference ? { ok: true, payLink, reference } : { ok: false, message: '' }
}
