import type {
  StorefrontLender,
  StorefrontLoanBank,
  StorefrontLoanOffers,
} from '@craftgate-commerce/core/storefront'
import { html, nothing, type TemplateResult } from 'lit'
import { style as tables } from '../installments/style'
import { askShop } from '../shop/ask-shop'
import type { UnansweredWords } from '../shop/asking-element'
import { type Lang, langOf } from '../shop/lang'
import { lowestOf } from '../shop/lowest'
import { moneyText } from '../shop/money-text'
import { PricedElement } from '../shop/priced-element'
import { style as shared } from '../shop/style'

const WORDS = {
  tr: {
    title: 'Alışveriş kredisi seçenekleri',
    from: (each: string) => `Alışveriş kredisiyle ayda en az ${each}`,
    months: 'Vade',
    month: (count: number) => `${count} ay`,
    each: 'Aylık',
    total: 'Toplam',
    ownPage: 'Ödeme planını başvuru sırasında banka gösterir.',
    decides: 'Krediyi ve koşullarını başvurunuzu değerlendiren kuruluş belirler.',
    about: (price: string) => `Tutarlar yaklaşıktır; ${price} üzerinden hesaplandı.`,
    loading: 'Alışveriş kredileri yükleniyor…',
    failed: 'Alışveriş kredileri şu anda gösterilemiyor.',
    again: 'Yeniden dene',
  },
  en: {
    title: 'Shopping loans',
    from: (each: string) => `With a shopping loan from ${each} a month`,
    months: 'Term',
    month: (count: number) => `${count} months`,
    each: 'Monthly',
    total: 'Total',
    ownPage: 'The bank shows its payment plan when you apply.',
    decides: 'Whoever lends decides about the loan and its terms when you apply.',
    about: (price: string) => `Amounts are approximate; worked out for ${price}.`,
    loading: 'Loading shopping loans…',
    failed: 'Shopping loans can not be shown right now.',
    again: 'Try again',
  },
} as const

/**
 * What a product, a cart or an amount costs with a shopping loan, of every lender that the shop offers and that tells its plans
 * before an application. Empty where the shop offers none. Nobody is told who looks.
 *
 * Parts: `summary`, `details`, `title`, `tables`, `table`, `problem`, `again`. Custom properties: those of every element.
 */
export class CraftgateLoanOffers extends PricedElement<StorefrontLoanOffers> {
  static override styles = [shared, tables]

  protected question(lang: string): Promise<StorefrontLoanOffers> {
    const { price, endpoint, revision } = this
    return askShop({ path: '/loan-offers', query: price, endpoint, lang, revision })
  }

  protected override words(lang: Lang): UnansweredWords {
    return WORDS[lang]
  }

  protected renderAnswer({ price, exact, lenders }: StorefrontLoanOffers): TemplateResult {
    const lang = langOf(this)
    const words = WORDS[lang]
    const { currency } = price
    if (lenders.length === 0) return html``
    const lowest = lowestOf(lenders.flatMap(({ banks }) => banks).flatMap(({ plans }) => plans))
    return html`${lowest ? html`<p part="summary">${words.from(moneyText(lowest, currency, lang))}</p>` : nothing}
      <details part="details" ?open=${this.open} @toggle=${this.keepOpen}>
        <summary part="title">${words.title}</summary>
        <div class="inside">
          <div class="families" part="tables">
            ${lenders.map((lender) => lender.banks.map((bank) => renderBank(nameOf(lender, bank), bank, { currency, lang })))}
          </div>
          <p class="soft">${words.decides}</p>
          ${exact ? nothing : html`<p class="soft">${words.about(moneyText(price.amount, currency, lang))}</p>`}
        </div>
      </details>`
  }
}

/** A lender of its own money is its only bank. */
const nameOf = (lender: StorefrontLender, { name }: StorefrontLoanBank): string =>
  name === undefined || lender.banks.length === 1 ? lender.name : `${lender.name} · ${name}`

function renderBank(
  name: string,
  { plans }: StorefrontLoanBank,
  { currency, lang }: { readonly currency: string; readonly lang: Lang },
): TemplateResult {
  const words = WORDS[lang]
  if (plans.length === 0) return html`<p part="table"><strong>${name}</strong><br />${words.ownPage}</p>`
  return html`<table part="table">
    <caption>${name}</caption>
    <thead>
      <tr><th scope="col">${words.months}</th><th scope="col">${words.each}</th><th scope="col">${words.total}</th></tr>
    </thead>
    <tbody>
      ${plans.map(
        ({ months, each, total }) => html`<tr>
          <th scope="row">${words.month(months)}</th>
          <td>${moneyText(each, currency, lang)}</td>
          <td>${moneyText(total, currency, lang)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}
