import { css, html, nothing, type TemplateResult } from 'lit'
import { payLinkBy } from '../methods/pay-link'
import { CraftgateElement } from '../shop/craftgate-element'
import { langOf } from '../shop/lang'
import { style as shared } from '../shop/style'

const WORDS = {
  tr: { pay: 'Ödemeye geç', title: 'Güvenli ödeme sayfası' },
  en: { pay: 'Go to the payment', title: 'Secure payment page' },
} as const

/** Pixels; what a page could say to cover all of the shop's. */
const HIGHEST = 5000

const style = css`
  iframe { display: block; inline-size: 100%; block-size: 40rem; border: 0; border-radius: var(--_radius); }
  a { min-block-size: 1.5rem; }
`

/**
 * Leads to the payment page of a pay link. A link by default, whose words are the element's content; with `frame` Craftgate's page
 * stands in a frame of this page, where the shop allows it (option `checkout.frame`), as high as it says itself to be. What is paid
 * there leads the whole window on.
 *
 * Parts: `pay`, `frame`. Custom properties: those of every element.
 */
export class CraftgatePay extends CraftgateElement {
  static override styles = [shared, style]

  static override properties = {
    payLink: { attribute: 'pay-link' },
    method: {},
    frame: { type: Boolean },
  }

  /** As the shop's own API told it. */
  declare payLink?: string
  /** Craftgate's name of one way to pay: `chosen.method` of `<craftgate-methods>`. */
  declare method?: string
  declare frame: boolean

  constructor() {
    super()
    this.frame = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('message', this.hear)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('message', this.hear)
  }

  /** Goes to the payment page, as whoever presses the link does. In a frame it stands here already, and nothing happens. */
  async follow(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector('a')?.click()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { payLink, method, frame } = this
    if (!payLink || !isWebAddress(payLink)) return nothing
    const words = WORDS[langOf(this)]
    const link = new URL(method ? payLinkBy(payLink, { method }) : payLink)
    if (!frame) return html`<a class="button main" part="pay" href=${link.href}><slot>${words.pay}</slot></a>`
    link.searchParams.set('frame', 'true')
    return html`<iframe part="frame" title=${words.title} src=${link.href} allow="payment"></iframe>`
  }

  /** Craftgate's page says how high it is: { type: 'HEIGHT_CHANGED', value: pixels }. */
  private readonly hear = ({ source, data }: MessageEvent): void => {
    const frame = this.renderRoot.querySelector('iframe')
    if (frame === null || source !== frame.contentWindow) return
    const { type, value } = (data ?? {}) as { readonly type?: unknown; readonly value?: unknown }
    if (type !== 'HEIGHT_CHANGED' || typeof value !== 'number' || !(value > 0)) return
    frame.style.blockSize = `${Math.min(Math.ceil(value), HIGHEST)}px`
  }
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
