import type { StorefrontInstallments, StorefrontInstallmentTable } from '@craftgate-commerce/core/storefront'
import { html, nothing, type TemplateResult } from 'lit'
import { askShop } from '../shop/ask-shop'
import type { UnansweredWords } from '../shop/asking-element'
import { type Lang, langOf } from '../shop/lang'
import { moneyText } from '../shop/money-text'
import { PricedElement } from '../shop/priced-element'
import { style as shared } from '../shop/style'
import { bestCampaign, isCampaign, lowestMonthly, shown } from './offers'
import { style } from './style'
import { WORDS } from './words'

/** An answer of the shop's, and the digits that it is about; none for every card family. */
type Answer = StorefrontInstallments & { readonly bin?: string }

/**
 * What a product, a cart or an amount costs in instalments, of every card family or of the card whose first digits are typed.
 *
 * Parts: `summary`, `campaign`, `tables`, `table`, `badge`, `bin`, `problem`, `again`. Custom properties: those of every
 * element.
 */
export class CraftgateInstallments extends PricedElement<Answer> {
  static override styles = [shared, style]

  static override properties = { ...PricedElement.properties, bin: { state: true } }

  /** Six to eight digits; empty for every card family. */
  declare private bin: string

  constructor() {
    super()
    this.bin = ''
  }

  protected override get subject(): readonly string[] {
    return [...super.subject, 'bin']
  }

  protected override get isAnswered(): boolean {
    return super.isAnswered && this.bin === ''
  }

  protected override words(lang: Lang): UnansweredWords {
    return WORDS[lang]
  }

  protected async question(lang: string): Promise<Answer> {
    const { price, bin, endpoint, revision } = this
    const query = { ...price, bin: bin || undefined }
    const told = await askShop<StorefrontInstallments>({
      path: '/installments',
      query,
      endpoint,
      lang,
      revision,
    })
    return { ...told, bin }
  }

  protected renderAnswer(told: Answer): TemplateResult {
    const lang = langOf(this)
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

  private renderBin({ tables, bin }: Answer, lang: Lang): TemplateResult {
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
      <p role="status">${bin && name ? words.oneCard(name) : nothing}</p>
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

  /** Digits of a card beyond the eighth are taken out of the field at once: nobody is to type a whole number here. */
  private readonly readBin = (event: Event): void => {
    const field = event.target as HTMLInputElement
    const digits = field.value.replace(/\D/g, '').slice(0, 8)
    field.value = digits
    this.bin = digits.length >= 6 ? digits : ''
    if (this.isAnswered) this.forget()
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
