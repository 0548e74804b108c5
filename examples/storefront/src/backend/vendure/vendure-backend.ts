import type * as shop from '../shop-backend'
import type { FoundProduct, VendureCustomer, VendureOrder, VendureProduct, VendureRefusal } from './documents'
import * as documents from './documents'
import { priceOf, toAccount, toCard, toCart, toOrder, toProduct } from './map'
import { ShopApi, ShopApiError } from './shop-api'

type Changed = { readonly change: VendureOrder | VendureRefusal | null }

const PROBLEMS: Readonly<Record<string, shop.CartProblem>> = {
  INSUFFICIENT_STOCK_ERROR: 'out-of-stock',
  COUPON_CODE_INVALID_ERROR: 'coupon-unknown',
  COUPON_CODE_EXPIRED_ERROR: 'coupon-expired',
  COUPON_CODE_LIMIT_ERROR: 'coupon-used-up',
}

interface Begins {
  readonly payLink?: string
  readonly reference?: string
  readonly message?: string
  readonly eligibilityCheckerMessage?: string
}

/** A shop on Vendure's Shop API with the Craftgate plugin. */
export class VendureBackend implements shop.ShopBackend {
  private readonly api: ShopApi

  constructor(channel: string, language: shop.Language) {
    this.api = new ShopApi(channel, language)
  }

  async components(): Promise<shop.ComponentSettings> {
    return { endpoint: '/craftgate/v1', headers: () => this.api.headers() }
  }

  async collections(): Promise<readonly shop.Collection[]> {
    type Answer = { readonly collections: { readonly items: readonly shop.Collection[] } }
    return (await this.api.ask<Answer>(documents.COLLECTIONS)).collections.items
  }

  async products({ collection }: { readonly collection?: string }): Promise<readonly shop.ProductCard[]> {
    type Answer = { readonly search: { readonly items: readonly FoundProduct[] } }
    const { search } = await this.api.ask<Answer>(documents.PRODUCTS, { collection })
    return search.items.map(toCard)
  }

  async product(slug: string): Promise<shop.Product | undefined> {
    type Answer = { readonly product: VendureProduct | null }
    const { product } = await this.api.ask<Answer>(documents.PRODUCT, { slug })
    return product ? toProduct(product) : undefined
  }

  async cart(): Promise<shop.Cart | undefined> {
    const { order } = await this.api.ask<{ readonly order: VendureOrder | null }>(documents.CART)
    return order ? toCart(order) : undefined
  }

  add(id: string, quantity: number): Promise<shop.CartChange> {
    return this.change(documents.ADD, { id, quantity })
  }

  setQuantity(id: string, quantity: number): Promise<shop.CartChange> {
    return quantity > 0
      ? this.change(documents.ADJUST, { id, quantity })
      : this.change(documents.REMOVE, { id })
  }

  applyCoupon(code: string): Promise<shop.CartChange> {
    return this.change(documents.APPLY_COUPON, { code })
  }

  removeCoupon(code: string): Promise<shop.CartChange> {
    return this.change(documents.REMOVE_COUPON, { code })
  }

  async countries(): Promise<readonly shop.Country[]> {
    type Answer = { readonly availableCountries: readonly shop.Country[] }
    return (await this.api.ask<Answer>(documents.COUNTRIES)).availableCountries
  }

  async shippingOptions(): Promise<readonly shop.ShippingOption[]> {
    type Answer = {
      readonly activeOrder: { readonly currencyCode: string } | null
      readonly eligibleShippingMethods: readonly (Omit<shop.ShippingOption, 'price'> & {
        readonly priceWithTax: number
      })[]
    }
    const { activeOrder, eligibleShippingMethods } = await this.api.ask<Answer>(documents.SHIPPING)
    return eligibleShippingMethods
      .toSorted((a, b) => a.priceWithTax - b.priceWithTax)
      .map(({ priceWithTax, ...option }) => ({
        ...option,
        price: priceOf(priceWithTax, activeOrder?.currencyCode ?? 'TRY'),
      }))
  }

  chooseShipping(id: string): Promise<shop.CartChange> {
    return this.change(documents.SHIP_BY, { ids: [id] })
  }

  async setRecipient({ contact, address, invoice, consent }: shop.Recipient): Promise<void> {
    const { firstName, lastName, email, phone } = contact
    const customer = { firstName, lastName, emailAddress: email, phoneNumber: phone }
    const at = (place: shop.Address) => ({
      fullName: `${firstName} ${lastName}`,
      phoneNumber: phone,
      streetLine1: place.street,
      city: place.district,
      province: place.province,
      postalCode: place.postalCode,
      countryCode: place.country,
    })
    const { company, identityNumber } = invoice
    // Fields of the example store's own: an address of Vendure has none for them.
    const customFields = {
      identityNumber: identityNumber ?? null,
      taxOffice: company?.taxOffice ?? null,
      taxNumber: company?.taxNumber ?? null,
      consentVersion: consent.version,
      consentAt: consent.at,
      consentText: consent.text,
    }
    await this.mustChange(documents.SET_CUSTOMER, { input: customer }, ['ALREADY_LOGGED_IN_ERROR'])
    await this.mustChange(documents.SET_ADDRESS, { input: at(address) })
    await this.mustChange(documents.SET_BILLING, {
      input: { ...at(invoice.address), company: company?.name },
    })
    await this.mustChange(documents.SET_FIELDS, { input: { customFields } })
  }

  async beginPayment(choice?: shop.PaymentChoice): Promise<shop.Begun> {
    const input = { paymentMethodCode: choice?.entry }
    const answer = choice?.isPaidLater
      ? (await this.api.ask<{ readonly placeCraftgateOrder: Begins }>(documents.PLACE_UNPAID, { input }))
          .placeCraftgateOrder
      : (await this.api.ask<{ readonly createCraftgateCheckout: Begins }>(documents.BEGIN_PAYMENT, { input }))
          .createCraftgateCheckout
    const { payLink, reference, message = '', eligibilityCheckerMessage } = answer
    return reference
      ? { ok: true, payLink: payLink && ((await this.ownLink(reference)) ?? payLink), reference }
      : { ok: false, message: eligibilityCheckerMessage ?? message }
  }

  async logIn(email: string, password: string): Promise<boolean> {
    type Answer = { readonly login: { readonly __typename: string } }
    const { login } = await this.api.ask<Answer>(documents.LOG_IN, { email, password })
    return login.__typename === 'CurrentUser'
  }

  async logOut(): Promise<void> {
    await this.api.ask(documents.LOG_OUT)
  }

  async account(): Promise<shop.Account | undefined> {
    const { activeCustomer } = await this.customer()
    return activeCustomer ? toAccount(activeCustomer) : undefined
  }

  private customer(): Promise<{ readonly activeCustomer: VendureCustomer | null }> {
    return this.api.ask(documents.ACCOUNT)
  }

  /** Of who is logged in: it offers and stores his cards. */
  private async ownLink(reference: string): Promise<string | undefined> {
    const { activeCustomer } = await this.customer()
    if (!activeCustomer) return undefined
    return (await this.api.ask<{ readonly link: string }>(documents.OWN_PAY_LINK, { reference })).link
  }

  /** The session knows the shopper. */
  cartOfPayment(): undefined {
    return undefined
  }

  /** Vendure refuses an order that does not exist and one that is somebody else's in the same way. */
  async order(code: string): Promise<shop.Order | undefined> {
    try {
      const { order } = await this.api.ask<{ readonly order: VendureOrder | null }>(documents.ORDER, { code })
      return order ? toOrder(order) : undefined
    } catch (error) {
      if (error instanceof ShopApiError && /authorized|FORBIDDEN/i.test(error.message)) return undefined
      throw error
    }
  }

  /** A cart that waits for its payment is locked; whoever changes it takes it back first. */
  private async change(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<shop.CartChange> {
    let { change } = await this.api.ask<Changed>(document, variables)
    if (change && isRefusal(change) && change.errorCode === 'ORDER_MODIFICATION_ERROR') {
      await this.api.ask<Changed>(documents.BACK_TO_CART, { state: 'AddingItems' })
      change = (await this.api.ask<Changed>(document, variables)).change
    }
    if (!change || !isRefusal(change)) return { ok: true, cart: change ? toCart(change) : undefined }
    return {
      ok: false,
      problem: PROBLEMS[change.errorCode] ?? 'refused',
      available: change.quantityAvailable,
    }
  }

  private async mustChange(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    accepted: string[] = [],
  ) {
    const { change } = await this.api.ask<Changed>(document, variables)
    if (change && isRefusal(change) && !accepted.includes(change.errorCode))
      throw new ShopApiError(change.message)
  }
}

function isRefusal(change: VendureOrder | VendureRefusal): change is VendureRefusal {
  return 'errorCode' in change
}
