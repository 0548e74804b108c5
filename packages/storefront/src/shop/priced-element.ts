import { AskingElement } from './asking-element'

/**
 * An element that asks what a price of the shop's comes to. Exactly one of `variant`, `cart` and `amount` says which price; without
 * any nothing is asked. Elements of a page that ask the same ask once.
 */
export abstract class PricedElement<Answer> extends AskingElement<Answer> {
  static override properties = {
    ...AskingElement.properties,
    variant: {},
    cart: {},
    amount: {},
    currency: {},
    region: {},
    revision: {},
    open: { type: Boolean, reflect: true },
  }

  /** The platform's id of a variant: one piece of it. */
  declare variant?: string
  /** Medusa's id of the cart; `active` at Vendure, whose session knows it. */
  declare cart?: string
  /** Decimal text, e.g. 1249.90; answered for the amount to its first three digits. */
  declare amount?: string
  /** Of `amount`; the shop's own where it is not named. */
  declare currency?: string
  /** Medusa's id of the region, for a variant. */
  declare region?: string
  /** Anything that changes when the cart does, e.g. its total: then it is asked again. */
  declare revision?: string
  /** The tables are open. */
  declare open: boolean

  constructor() {
    super()
    this.open = false
  }

  protected override get subject(): readonly string[] {
    return [...super.subject, ...Object.keys(this.price), 'revision']
  }

  /** What says which price, as a query of the shop's. */
  protected get price(): Readonly<Record<string, string | undefined>> {
    const { variant, cart, amount, currency, region } = this
    return { variant, cart, amount, currency, region }
  }

  protected override async ask(): Promise<boolean> {
    return this.variant || this.cart || this.amount ? super.ask() : false
  }

  protected readonly keepOpen = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open
  }
}
