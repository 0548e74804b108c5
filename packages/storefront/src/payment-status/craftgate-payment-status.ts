import type { StorefrontPayment } from '@craftgate-commerce/core/storefront'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { askShopAnew, StorefrontAnswerError } from '../shop/ask-shop'
import { CraftgateElement } from '../shop/craftgate-element'
import { langOf } from '../shop/lang'
import { style as shared } from '../shop/style'
import { nextQuestion } from './pace'
import { renderFacts } from './render-facts'
import { style } from './style'
import { type Standing, WORDS } from './words'

const GOOD: ReadonlySet<Standing> = new Set([
  'paid',
  'authorized',
  'in-review',
  'awaiting-funds',
  'paid-otherwise',
])
const WAITS: ReadonlySet<Standing> = new Set(['waiting', 'bank-decides'])
/** The shopper may pay, or pay again. */
const PAYABLE: ReadonlySet<Standing> = new Set(['open', 'declined', 'expired'])

/**
 * The page that a shopper comes back to after paying: what became of it, and what may be done next. Asks the shop until there
 * is an end, fewer and fewer times, and at once when the page is looked at again.
 *
 * Events: `craftgate-payment` whenever the state changes, or the order is told (`detail` is the `StorefrontPayment`), `craftgate-pay-again` when the
 * shopper wants to pay and there is no `pay-url`.
 *
 * Parts: `outcome`, `mark`, `title`, `text`, `declined`, `instructions`, `facts`, `actions`, `pay-again`, `order`, `shop`. Custom
 * properties: those of every element.
 */
export class CraftgatePaymentStatus extends CraftgateElement {
  static override styles = [shared, style]

  static override properties = {
    endpoint: {},
    reference: {},
    cart: {},
    order: {},
    sig: {},
    payUrl: { attribute: 'pay-url' },
    orderUrl: { attribute: 'order-url' },
    shopUrl: { attribute: 'shop-url' },
    busy: { type: Boolean, reflect: true },
    data: { type: Object },
    told: { state: true },
    isMissing: { state: true },
  }

  /** Of the attempt to pay: what the return address of the shop ends in. */
  declare reference?: string
  /** Medusa's id of the cart or of the order: who knows one is told the order. */
  declare cart?: string
  declare order?: string
  /** Shopify's: `sig` of the return address. */
  declare sig?: string
  /** Where the shopper pays again; without it there is an event. */
  declare payUrl?: string
  /** Where the order is seen; `{id}` and `{number}` in it are the order's. */
  declare orderUrl?: string
  declare shopUrl?: string
  /** A payment is being begun. */
  declare busy: boolean
  /** An answer that is here already, from the server that renders the page: shown until the shop answers the shopper himself. */
  declare data?: StorefrontPayment

  declare private told?: StorefrontPayment
  declare private isMissing: boolean
  private asked = 0
  /** A slow answer to an older question is not shown over a newer one. */
  private turn = 0
  private timer?: ReturnType<typeof setTimeout>
  /** What was told last by an event. */
  private lastTold?: string

  constructor() {
    super()
    this.busy = false
    this.isMissing = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.lookAgain)
    if (this.hasUpdated) this.start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.lookAgain)
    clearTimeout(this.timer)
    this.turn += 1
  }

  protected override updated(changed: PropertyValues): void {
    if (['endpoint', 'reference', 'cart', 'order', 'sig', 'lang'].some((name) => changed.has(name)))
      this.start()
  }

  private start(): void {
    ;[this.asked, this.told, this.isMissing] = [0, undefined, false]
    if (!this.reference) return
    // A server that rendered the page did not know the shopper, who may be told more: his order.
    if (this.data?.reference === this.reference) this.tell(this.data)
    void this.ask()
  }

  private async ask(): Promise<void> {
    const { endpoint, reference = '', cart, order, sig } = this
    clearTimeout(this.timer)
    const turn = ++this.turn
    const question = {
      path: `/payments/${encodeURIComponent(reference)}`,
      query: { cart, order, sig },
      endpoint,
      lang: langOf(this),
    }
    const told = await askShopAnew<StorefrontPayment>(question).catch((error: unknown) => error)
    if (turn !== this.turn) return
    this.asked += 1
    if (told instanceof Error) {
      this.isMissing = told instanceof StorefrontAnswerError && told.problem.error === 'no-payment'
    } else {
      this.told = told as StorefrontPayment
      this.isMissing = false
      this.tell(this.told)
    }
    this.plan(this.told)
  }

  private plan(told: StorefrontPayment | undefined): void {
    clearTimeout(this.timer)
    const pause = this.isMissing ? undefined : nextQuestion(told?.state, this.asked)
    if (pause !== undefined) this.timer = setTimeout(() => void this.ask(), pause)
  }

  private tell(detail: StorefrontPayment): void {
    const news = `${detail.state} ${detail.order?.id}`
    if (news === this.lastTold) return
    this.lastTold = news
    this.dispatchEvent(new CustomEvent('craftgate-payment', { detail, bubbles: true, composed: true }))
  }

  private readonly lookAgain = (): void => {
    if (document.visibilityState !== 'visible' || !this.reference) return
    const state = (this.told ?? this.data)?.state
    this.asked = 0
    if (nextQuestion(state, 0) !== undefined) void this.ask()
  }

  private readonly payAgain = (): void => {
    this.dispatchEvent(new CustomEvent('craftgate-pay-again', { bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const told = this.told ?? this.data
    const standing = this.isMissing ? 'missing' : (told?.state ?? 'waiting')
    return html`<div class="outcome" part="outcome" data-state=${standing}>
      ${renderMark(standing)}
      <div role="status">${this.renderWords(standing, told)}</div>
      ${told === undefined || this.isMissing ? nothing : renderFacts(told, langOf(this))}
      ${this.renderActions(standing, told)}
    </div>`
  }

  private renderWords(standing: Standing, told: StorefrontPayment | undefined): TemplateResult {
    const words = WORDS[langOf(this)]
    const [title, text] = words.states[standing]
    const isSecond = (standing === 'refunding' || standing === 'refunded') && told?.order !== undefined
    const texts = [isSecond ? words.paidBefore : text, PAYABLE.has(standing) ? words.nothingCharged : '']
    return html`<h2 part="title">${title}</h2>
      ${told?.declined ? html`<p part="declined">${told.declined}</p>` : nothing}
      ${told?.instructions ? html`<p class="instructions" part="instructions">${told.instructions}</p>` : nothing}
      ${texts.filter(Boolean).map((each) => html`<p class="soft" part="text">${each}</p>`)}`
  }

  private renderActions(standing: Standing, told: StorefrontPayment | undefined): TemplateResult {
    const words = WORDS[langOf(this)]
    const { payUrl, shopUrl, busy } = this
    const pay = standing === 'open' ? words.continuePaying : words.tryAgain
    const order = told?.order
    const orderUrl =
      order &&
      this.orderUrl
        ?.replace('{id}', encodeURIComponent(order.id))
        .replace('{number}', encodeURIComponent(order.number))
    return html`<div class="actions" part="actions">
      ${orderUrl ? html`<a class="button main" part="order" href=${orderUrl}>${words.order(order.number)}</a>` : nothing}
      ${
        !PAYABLE.has(standing)
          ? nothing
          : payUrl
            ? html`<a class="button main" part="pay-again" href=${payUrl}>${pay}</a>`
            : html`<button class="main" type="button" part="pay-again" ?disabled=${busy} @click=${this.payAgain}>${busy ? words.busy : pay}</button>`
      }
      ${shopUrl ? html`<a class="button" part="shop" href=${shopUrl}>${words.shop}</a>` : nothing}
    </div>`
  }
}

function renderMark(standing: Standing): TemplateResult {
  const [kind, sign] = WAITS.has(standing) ? ['spin', ''] : GOOD.has(standing) ? ['good', '✓'] : ['', '!']
  return html`<span class="mark ${kind}" part="mark" aria-hidden="true">${sign}</span>`
}
