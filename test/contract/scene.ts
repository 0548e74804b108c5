import { type Callback, Shopper, type ShopperResult, testCards } from '@craftgate-commerce/sandbox'
import { until } from '../until'
import type { AlertListener } from './alert-listener'
import type { Emulator } from './emulator'
import type { Capability, OrderSpec, OrderView, PlacedOrder, Store } from './store'

/** One promise that every store keeps. */
export interface Row {
  readonly title: string
  readonly needs?: readonly Capability[]
  play(scene: Scene): Promise<void>
}

/** Domestic cards pay in lira only. */
const cardFor = ({ currency }: PlacedOrder) =>
  currency.toUpperCase() === 'TRY' ? testCards.success : testCards.foreign

type PayChoice = Parameters<Shopper['pay']>[0]

export interface Attempt {
  readonly order: PlacedOrder
  readonly reference: string
  readonly shopper: Shopper
}

/** What a row plays with: one store, Craftgate, and the orders of this row. */
export class Scene {
  readonly orders: PlacedOrder[] = []

  constructor(
    readonly store: Store,
    readonly craftgate: Emulator,
    /** Who hears the alerts of the store, where somebody does. */
    readonly alerts?: AlertListener,
  ) {}

  async place(spec?: OrderSpec): Promise<PlacedOrder> {
    const order = await this.store.placeOrder(spec)
    this.orders.push(order)
    return order
  }

  /** The shopper presses "pay" and stands on the hosted page. */
  async goToPay(order: PlacedOrder): Promise<Attempt> {
    const { url, reference } = await this.store.payLink(order)
    const shopper = new Shopper({ lang: 'tr' })
    const page = await shopper.open(url)
    expect(page.status).toBe(200)
    return { order, reference, shopper }
  }

  /** A whole purchase: cart, pay link, card. */
  async buy(spec?: OrderSpec, choice: Partial<PayChoice> = {}): Promise<Attempt & { paid: ShopperResult }> {
    const attempt = await this.goToPay(await this.place(spec))
    const paid = await attempt.shopper.pay({ card: cardFor(attempt.order), ...choice })
    return { ...attempt, paid }
  }

  /**
   * An order is paid a second time, by a shopper who stood at the bank since hours, and the bank refuses to give that back:
   * the attempt of the second payment.
   */
  async payTwice(): Promise<Attempt> {
    const order = await this.place()
    const late = await this.craftgate.inThePast({ hours: 6 }, async () => {
      const attempt = await this.goToPay(order)
      await attempt.shopper.pay({ card: testCards.axess, threeDS: 'stay' })
      return attempt
    })
    const { shopper } = await this.goToPay(order)
    await shopper.pay({ card: testCards.success })
    this.craftgate.takeLatePayments()
    await this.craftgate.nextRefundFails()
    await late.shopper.answerBank('ok')
    return late
  }

  /** The shopper pays, and the browser never comes back: the callback stays in our hand. */
  async heldCallback(spec?: OrderSpec): Promise<Attempt & { callback: Callback }> {
    const attempt = await this.goToPay(await this.place(spec))
    const { outcome, callback } = await attempt.shopper.pay({ card: cardFor(attempt.order), deliver: false })
    expect(outcome).toBe('held')
    if (!callback) throw new Error('The page handed out no callback')
    return { ...attempt, callback }
  }

  look(order: PlacedOrder): Promise<OrderView> {
    return this.store.look(order)
  }

  /** Looks until the order is so: Shopify hears of a refund after the app is done with it. */
  lookUntil(order: PlacedOrder, fits: (view: OrderView) => boolean): Promise<OrderView> {
    return until(() => this.look(order), fits)
  }

  async expectPaid(order: PlacedOrder): Promise<OrderView> {
    const view = await this.look(order)
    expect(view).toMatchObject({ state: 'paid', paid: order.total, refunded: 0 })
    return view
  }

  async expectUnpaid(order: PlacedOrder): Promise<void> {
    expect(await this.look(order)).toMatchObject({ state: 'open', paid: 0, authorized: 0 })
  }

  /** The money is promised and not there. A store that places orders before they are paid holds it as pending. */
  async expectAwaited(order: PlacedOrder): Promise<void> {
    const isPlaced = !this.store.capabilities.has('placed-when-paid')
    const promised = isPlaced ? order.total : 0
    const view = await this.lookUntil(order, ({ authorized }) => authorized === promised)
    expect(view).toMatchObject({ authorized: promised, paid: 0, refunded: 0 })
    expect(view.state).toBe(isPlaced ? 'authorized' : 'open')
  }

  /**
   * The rule above all rows: what Craftgate holds is what the orders say, to the last minor unit. A refund whose end
   * nobody knows yet may be on either side, but never beyond.
   */
  async accountsAgree(): Promise<void> {
    const views = await Promise.all(this.orders.map((order) => this.look(order)))
    const believed = views.reduce((sum, view) => sum + view.paid + view.authorized - view.refunded, 0)
    const undecided = views.reduce((sum, view) => sum + view.refundPending, 0)
    const held = await this.craftgate.heldSinceMark()
    expect(held).toBeLessThanOrEqual(believed)
    expect(held).toBeGreaterThanOrEqual(believed - undecided)
  }
}
