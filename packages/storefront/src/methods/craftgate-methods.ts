import type { StorefrontMethod, StorefrontMethods } from '@craftgate-commerce/core/storefront'
import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { askShop } from '../shop/ask-shop'
import { AskingElement } from '../shop/asking-element'
import { langOf } from '../shop/lang'
import { style as shared } from '../shop/style'
import { iconOf } from './icons'

const WORDS = {
  tr: { title: 'Ödeme yöntemi', none: 'Şu anda ödeme alınamıyor.' },
  en: { title: 'Payment method', none: 'No payment can be taken right now.' },
} as const

const style = css`
  :host { min-block-size: 4.5rem; }
  fieldset { display: grid; gap: 0.5rem; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  label { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem; align-items: center; padding: 0.875rem 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); cursor: pointer; }
  label:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  label:has(:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
  input { margin: 0; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--_accent); outline: 0; }
  strong, .soft { display: block; }
  strong { font-weight: 600; }
  svg { inline-size: 1.75rem; block-size: 1.75rem; color: var(--_soft); }
`

/**
 * The ways to pay of this shop, one of which is chosen; the first until the shopper chooses. `value` is the id of the choice,
 * `chosen` all of it: `entry` begins the payment in the shop's own API, and `payLinkBy(payLink, chosen)` is its link.
 *
 * Event: `craftgate-method` when there is a choice, and when it changes (`detail` is the `StorefrontMethod`).
 *
 * Parts: `methods`, `method`, `name`, `explanation`, `mark`, `problem`, `again`. Custom properties: those of every element.
 */
export class CraftgateMethods extends AskingElement<StorefrontMethods> {
  static override styles = [shared, style]

  static override properties = {
    ...AskingElement.properties,
    cart: {},
    region: {},
    currency: {},
    revision: {},
    value: {},
    disabled: { type: Boolean },
  }

  /** Medusa's id of the cart, or of the region. */
  declare cart?: string
  declare region?: string
  /** Shopify's: of the theme. */
  declare currency?: string
  /** Anything that changes when the cart does: then it is asked again. */
  declare revision?: string
  /** Id of the choice. */
  declare value?: string
  declare disabled: boolean
  private toldChoice?: string

  constructor() {
    super()
    this.disabled = false
  }

  protected override get subject(): readonly string[] {
    return [...super.subject, 'cart', 'region', 'currency', 'revision']
  }

  /** Undefined while nothing is offered. */
  get chosen(): StorefrontMethod | undefined {
    const methods = (this.told ?? this.data)?.methods ?? []
    return methods.find(({ id }) => id === this.value) ?? methods[0]
  }

  protected question(lang: string): Promise<StorefrontMethods> {
    const { cart, region, currency, endpoint, revision } = this
    return askShop({ path: '/methods', query: { cart, region, currency }, endpoint, lang, revision })
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { chosen } = this
    // What the shopper touched follows no attribute any more.
    for (const input of this.renderRoot.querySelectorAll('input')) input.checked = input.value === chosen?.id
    if (chosen === undefined || chosen.id === this.toldChoice) return
    this.toldChoice = chosen.id
    this.dispatchEvent(new CustomEvent('craftgate-method', { detail: chosen, bubbles: true, composed: true }))
  }

  protected renderAnswer({ methods }: StorefrontMethods): TemplateResult {
    const words = WORDS[langOf(this)]
    if (methods.length === 0) return html`<p>${words.none}</p>`
    const chosen = this.chosen?.id
    return html`<fieldset part="methods" ?disabled=${this.disabled}>
      <legend>${words.title}</legend>
      ${methods.map((method) => this.renderMethod(method, method.id === chosen))}
    </fieldset>`
  }

  private renderMethod(
    { id, group, name, explanation }: StorefrontMethod,
    isChosen: boolean,
  ): TemplateResult {
    return html`<label part="method">
      <input type="radio" name="method" value=${id} ?checked=${isChosen} @change=${this.choose} />
      <span><strong part="name">${name}</strong><span class="soft" part="explanation">${explanation}</span></span>
      <svg part="mark" viewBox="0 0 24 24" aria-hidden="true">${iconOf(group)}</svg>
    </label>`
  }

  private readonly choose = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value
  }
}
