import type { StorefrontInstallments, StorefrontInstallmentTable } from '@craftgate-commerce/core/storefront'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { askShop, StorefrontAnswerError } from '../shop/ask-shop'
import { CraftgateElement } from '../shop/craftgate-element'
import { type Lang, langOf } from '../shop/lang'
import { moneyText } from '../shop/money-text'
import { style as shared } from '../shop/style'
import { bestCampaign, isCampaign, lowestMonthly, shown } from './offers'
import { style } from './style'
import { WORDS } from './words'

/**
 * What a product, a cart or an amount costs in instalments, of every card family or of the card whose first digits are typed.
 *
 * Exactly one of `variant`, `cart` and `amount` says what of. Nothing is asked before the element is seen by a browser; every
 * element of a page that asks the same asks once.
 *
 * Parts: `summary`, `campaign`, `tables`, `table`, `badge`, `bin`. Custom properties: `--craftgate-accent`, `--craftgate-ink`,
 * `--craftgate-soft-ink`, `--craftgate-line`, `--craftgate-surface`, `--craftgate-radius`.
 */
export class CraftgateInstallments extends CraftgateElement {
  static override styles = [shared, style]

  static override properties = {
    endpoint: {},
    variant: {},
    cart: {},
    amount: {},
    currency: {},
    region: {},
    revision: {},
    open: { type: Boolean, reflect: true },
    data: { type: Object },
    bin: { state: true },
    told: { state: true },
    toldOf: { state: true },
    problem: { state: true },
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
  /** Anything that changes when the cart does, e.g. its total: then it is asked again, once for all elements that say the same. */
  declare revision?: string
  /** The tables are open. */
  declare open: boolean
  /** An answer that is here already, e.g. from the server that renders the page: nothing is asked for it. */
  declare data?: StorefrontInstallments

  declare private bin: string
  declare private told?: StorefrontInstallments
  /** The digits that `told` is about; empty for every card family. */
  declare private toldOf: string
  declare private problem?: string
  /** A slow answer to an older question is not shown over a newer one. */
  private asked = 0

  constructor() {
    super()
    this.open = false
    this.bin = ''
    this.toldOf = ''
  }

  protected override updated(changed: PropertyValues): void {
    const subject = ['endpoint', 'variant', 'cart', 'amount', 'currency', 'region', 'revision', 'lang', 'bin']
    if (subject.some((name) => changed.has(name))) void this.ask()
  }

  private async ask(): Promise<void> {
    const { endpoint, variant, cart, amount, currency, region, bin } = this
    if (!variant && !cart && !amount) return
    if (this.data && bin === '') {
      ;[this.told, this.toldOf] = [undefined, '']
      return
    }
    const query = { variant, cart, amount, currency, region, bin: bin || undefined }
    const turn = ++this.asked
    try {
      const told = await askShop<StorefrontInstallments>({
        path: '/installments',
        query,
        endpoint,
        lang: langOf(this),
        revision: this.revision,
      })
      if (turn === this.asked) [this.told, this.toldOf, this.problem] = [told, bin, undefined]
    } catch (error) {
      if (turn !== this.asked) return
      this.problem = error instanceof StorefrontAnswerError ? (error.problem.message ?? '') : ''
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const lang = langOf(this)
    const told = this.told ?? this.data
    if (this.problem !== undefined) return this.renderProblem(lang)
    if (told === undefined) return html`<p class="soft" role="status">${WORDS[lang].loading}</p>`
    const tables = shown(told)
    return html`${this.renderSummary(told, tables, lang)}
      <details part="details" ?open=${this.open} @toggle=${this.keepOpen}>
        <summary part="title">${WORDS[lang].title}</summary>
        <div class="inside">${this.renderBin(told, lang)}${this.renderTables(told, tables, lang)}</div>
      </details>`
  }

  private renderSummary(
    { price }: StorefrontInstallments,
    tables: readonly StorefrontInstallmentTable[],
    lang: Lang,
  ): TemplateResult | typeof nothing {
    const words = WORDS[lang]
    const [campaign, lowest] = [bestCampaign(tables), lowestMonthly(tables)]
    if (lowest === undefined) return nothing
    const names = campaign && new Intl.ListFormat(lang).format(campaign.families)
    return html`<div part="summary">
      ${campaign && names ? html`<p class="lead campaign" part="campaign">${words.campaign(campaign.count, names)}</p>` : nothing}
      <p>${words.from(moneyText(lowest, price.currency, lang))}</p>
    </div>`
  }

  private renderBin({ tables }: StorefrontInstallments, lang: Lang): TemplateResult {
    const words = WORDS[lang]
    const [card] = tables
    const name = [card?.bank, card?.cardFamily].filter(Boolean).join(' ')
    return html`<div part="bin">
      <label
        >${words.bin}
        <input
          inputmode="numeric"
          autocomplete="off"
          maxlength="9"
          aria-describedby="hint"
          @input=${this.readBin}
        />
      </label>
      <p class="soft" id="hint">${words.binHint}</p>
      <p role="status">${this.toldOf && name ? words.oneCard(name) : nothing}</p>
    </div>`
  }

  private renderTables(
    { price, exact }: StorefrontInstallments,
    tables: readonly StorefrontInstallmentTable[],
    lang: Lang,
  ): TemplateResult {
    const words = WORDS[lang]
    if (tables.length === 0) return html`<p>${words.none}</p>`
    const { currency } = price
    return html`<div class="families" part="tables">
        ${tables.map((table) => renderTable(table, currency, lang))}
      </div>
      ${exact ? nothing : html`<p class="soft">${words.about(moneyText(price.amount, currency, lang))}</p>`}`
  }

  private renderProblem(lang: Lang): TemplateResult {
    const words = WORDS[lang]
    return html`<p role="status">${this.problem || words.failed}</p>
      <button type="button" part="again" @click=${this.askAgain}>${words.again}</button>`
  }

  private readonly askAgain = (): void => {
    this.problem = undefined
    void this.ask()
  }

  private readonly keepOpen = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open
  }

  /** Digits of a card beyond the eighth are taken out of the field at once: nobody is to type a whole number here. */
  private readonly readBin = (event: Event): void => {
    const field = event.target as HTMLInputElement
    const digits = field.value.replace(/\D/g, '').slice(0, 8)
    field.value = digits
    this.bin = digits.length >= 6 ? digits : ''
  }
}

const renderTable = (
  { cardFamily, options }: StorefrontInstallmentTable,
  currency: string,
  lang: Lang,
): TemplateResult => {
  const words = WORDS[lang]
  return html`<table part="table">
    <caption>${cardFamily ?? words.otherCards}</caption>
    <thead>
      <tr><th scope="col">${words.count}</th><th scope="col">${words.each}</th><th scope="col">${words.total}</th></tr>
    </thead>
    <tbody>
      ${options.map(
        (option) => html`<tr>
          <th scope="row">
            ${option.count === 1 ? words.single : words.times(option.count)}
            ${isCampaign(option) ? html`<span class="badge" part="badge">${words.atThePrice}</span>` : nothing}
          </th>
          <td>${moneyText(option.each, currency, lang)}</td>
          <td>${moneyText(option.total, currency, lang)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}
