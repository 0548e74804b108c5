import type { Address, CartChange, Language, Recipient } from '../shop-backend'
import { CART_FIELDS, type MedusaCart, toCart } from './cart'
import { isCartGone, problemOf } from './problem'
import type { Region } from './region'
import { savedCart } from './saved-cart'
import { type StoreApi, StoreApiError } from './store-api'

type Answer = { readonly cart: MedusaCart }

/** This browser's cart. Each change answers with the cart as it is then. */
export class Carts {
  constructor(
    private readonly api: StoreApi,
    private readonly region: Region,
  ) {}

  /** Undefined when nothing was put in yet, and when what was in it has been ordered. */
  async read(): Promise<MedusaCart | undefined> {
    const id = savedCart.id()
    if (!id) return undefined
    const found = await this.api.find<Answer>(`carts/${id}`, { fields: CART_FIELDS })
    if (found && !found.cart.completed_at) return found.cart
    savedCart.forget()
    return undefined
  }

  async add(variantId: string, quantity: number): Promise<CartChange> {
    const add = (id: string) => this.post(`carts/${id}/line-items`, { variant_id: variantId, quantity })
    const kept = savedCart.id()
    return this.changed(async () => {
      try {
        return await add(kept ?? (await this.create()))
      } catch (error) {
        if (!kept || !isCartGone(error)) throw error
        return await add(await this.create())
      }
    })
  }

  setQuantity(lineId: string, quantity: number): Promise<CartChange> {
    return this.change((cart) => this.post(`${cart}/line-items/${lineId}`, { quantity }))
  }

  /** Medusa takes a code that gives nothing without a word; then the cart does not have it. */
  async applyCoupon(code: string): Promise<CartChange> {
    const result = await this.change((cart) => this.post(`${cart}/promotions`, { promo_codes: [code] }))
    if (!result.ok || result.cart?.coupons.includes(code)) return result
    return { ok: false, problem: 'coupon-not-now' }
  }

  removeCoupon(code: string): Promise<CartChange> {
    return this.change((cart) =>
      this.api.delete<Answer>(`${cart}/promotions`, { fields: CART_FIELDS }, { promo_codes: [code] }),
    )
  }

  chooseShipping(optionId: string): Promise<CartChange> {
    return this.change((cart) => this.post(`${cart}/shipping-methods`, { option_id: optionId }))
  }

  /** @throws StoreApiError when the shop does not take it. */
  async setRecipient({ contact, address, invoice, consent }: Recipient, language: Language): Promise<void> {
    const { email, phone, ...name } = contact
    const at = (place: Address) => ({
      first_name: name.firstName,
      last_name: name.lastName,
      phone,
      address_1: place.street,
      city: place.district,
      province: place.province,
      postal_code: place.postalCode,
      country_code: place.country.toLowerCase(),
    })
    const { company, identityNumber: identity_number } = invoice
    const metadata = company
      ? { tax_office: company.taxOffice, tax_number: company.taxNumber }
      : { identity_number }
    await this.post(`carts/${this.id()}`, {
      email,
      shipping_address: at(address),
      billing_address: { ...at(invoice.address), company: company?.name, metadata },
      locale: LOCALES[language],
      // Medusa hands it on to the order.
      metadata: { consent },
    })
  }

  /** @throws StoreApiError when there is none. */
  id(): string {
    const id = savedCart.id()
    if (!id) throw new StoreApiError('There is no cart', 404)
    return id
  }

  private async create(): Promise<string> {
    const { id } = await this.region.get()
    const { cart } = await this.post('carts', {
      region_id: id,
      shipping_address: { country_code: this.region.country },
    })
    savedCart.keep(cart.id)
    return cart.id
  }

  private change(work: (cart: string) => Promise<Answer>): Promise<CartChange> {
    return this.changed(() => work(`carts/${this.id()}`))
  }

  private async changed(work: () => Promise<Answer>): Promise<CartChange> {
    try {
      return { ok: true, cart: toCart((await work()).cart) }
    } catch (error) {
      const problem = problemOf(error)
      if (problem) return { ok: false, problem }
      throw error
    }
  }

  private post(path: string, body: object): Promise<Answer> {
    return this.api.post<Answer>(path, body, { fields: CART_FIELDS })
  }
}

const LOCALES: Readonly<Record<Language, string>> = { tr: 'tr-TR', en: 'en-GB' }
