import type {
  StorefrontTopUp,
  StorefrontWallet,
  StorefrontWallets,
} from '@craftgate-commerce/core/storefront'
import { css, html, nothing, type TemplateResult } from 'lit'
import { askShopAnew, problemOf, tellShop } from '../shop/ask-shop'
import { AskingElement, NOT_DONE } from '../shop/asking-element'
import { type Lang, langOf } from '../shop/lang'
import { moneyText } from '../shop/money-text'
import { style as shared } from '../shop/style'

const WORDS = {
  tr: {
    none: 'Henüz cüzdanınız yok; ilk yüklemenizle açılır.',
    balance: 'Bakiye',
    moves: 'Hareketler',
    when: 'Tarih',
    what: 'İşlem',
    amount: 'Tutar',
    noMoves: 'Henüz hareket yok.',
    newer: 'Daha yeni',
    older: 'Daha eski',
    topUp: 'Bakiye yükle',
    topUpAmount: (currency: string) => `Yüklenecek tutar (${currency === 'TRY' ? 'TL' : currency})`,
    badAmount: (cents: string) => `250${cents && ` ya da 250,${cents}`} gibi bir tutar yazın`,
  },
  en: {
    none: 'You have no wallet yet; your first top-up opens it.',
    balance: 'Balance',
    moves: 'Moves',
    when: 'Date',
    what: 'What',
    amount: 'Amount',
    noMoves: 'Nothing moved yet.',
    newer: 'Newer',
    older: 'Older',
    topUp: 'Top up',
    topUpAmount: (currency: string) => `Amount (${currency})`,
    badAmount: (cents: string) => `Type an amount such as 250${cents && ` or 250.${cents}`}`,
  },
} as const

const style = css`
  :host { min-block-size: 8rem; }
  .balance { font-size: 1.5em; font-weight: 600; font-variant-numeric: tabular-nums; }
  table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  caption { text-align: start; font-weight: 600; padding-block: 1rem 0.25rem; }
  th, td { padding: 0.5rem 0.25rem; border-block-start: 1px solid var(--_line); text-align: start; font-weight: 400; }
  th:last-child, td:last-child { text-align: end; white-space: nowrap; }
  thead th { border: 0; color: var(--_soft); font-size: 0.875em; }
  nav { display: flex; gap: 0.5rem; margin-block-start: 0.75rem; }
  form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin-block-start: 1rem; }
  label { display: grid; flex: 1 1 10rem; gap: 0.25rem; max-inline-size: 16rem; }
  input { box-sizing: border-box; inline-size: 100%; font: inherit; padding: 0.5rem 0.75rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: Field; color: FieldText; }
  .error { flex: 1 1 100%; color: var(--craftgate-error, #a4262c); font-size: 0.875em; }
`

const PAGE_SIZE = 25

/**
 * The wallets of the logged-in customer: balance, moves a page at a time, and, with `top-up`, a form that leads to the page on which
 * he fills one.
 *
 * Parts: `balance`, `moves`, `top-up`, `problem`, `again`. Custom properties: those of every element, and `--craftgate-error`.
 */
export class CraftgateWallet extends AskingElement<StorefrontWallets> {
  static override styles = [shared, style]
  static override properties = {
    ...AskingElement.properties,
    topUp: { type: Boolean, attribute: 'top-up' },
    currency: {},
    page: { state: true },
    error: { state: true },
    busy: { state: true },
  }

  declare topUp: boolean
  /** Of a top-up; else that of the wallet, and TRY of a customer who has none yet. */
  declare currency?: string
  declare private page: number
  /** Beside the field of the amount. */
  declare private error?: string
  declare private busy: boolean

  constructor() {
    super()
    ;[this.topUp, this.page, this.busy] = [false, 0, false]
  }

  protected override get subject(): readonly string[] {
    return [...super.subject, 'page']
  }

  protected question(lang: string): Promise<StorefrontWallets> {
    const query = { page: this.page === 0 ? undefined : String(this.page) }
    return askShopAnew({ path: '/wallets', query, endpoint: this.endpoint, lang })
  }

  protected renderAnswer({ wallets, timeZone }: StorefrontWallets): TemplateResult {
    const lang = langOf(this)
    return html`${wallets.length === 0 ? html`<p class="soft">${WORDS[lang].none}</p>` : nothing}
      ${wallets.map((wallet) => this.renderWallet(wallet, lang, timeZone))}${this.topUp ? this.renderTopUp(this.topUpCurrency(wallets), lang) : nothing}`
  }

  private topUpCurrency([wallet]: readonly StorefrontWallet[]): string {
    return this.currency || (wallet?.balance.currency ?? 'TRY')
  }

  private renderWallet(
    { balance, moves, moveCount }: StorefrontWallet,
    lang: Lang,
    timeZone: string,
  ): TemplateResult {
    const words = WORDS[lang]
    const text = (amount: string) => moneyText(amount, balance.currency, lang)
    const turn = (by: number) => () => {
      this.data = undefined
      this.page += by
    }
    return html`<p class="soft">${words.balance}</p>
      <p class="balance" part="balance">${text(balance.amount)}</p>
      <table part="moves">
        <caption>${words.moves}</caption>
        <thead><tr><th scope="col">${words.when}</th><th scope="col">${words.what}</th><th scope="col">${words.amount}</th></tr></thead>
        <tbody>
          ${moves.map(({ at, name, amount }) => html`<tr><td>${at ? dateText(at, lang, timeZone) : nothing}</td><td>${name}</td><td>${text(amount)}</td></tr>`)}
          ${moves.length === 0 ? html`<tr><td colspan="3">${words.noMoves}</td></tr>` : nothing}
        </tbody>
      </table>
      ${
        moveCount > PAGE_SIZE
          ? html`<nav aria-label=${words.moves}>
              <button type="button" ?disabled=${this.page === 0} @click=${turn(-1)}>${words.newer}</button>
              <button type="button" ?disabled=${(this.page + 1) * PAGE_SIZE >= moveCount} @click=${turn(1)}>${words.older}</button>
            </nav>`
          : nothing
      }`
  }

  private renderTopUp(currency: string, lang: Lang): TemplateResult {
    const words = WORDS[lang]
    return html`<form part="top-up" novalidate @submit=${(event: Event) => this.fill(event, currency)}>
      <label>${words.topUpAmount(currency)}<input name="amount" inputmode="decimal" autocomplete="off" aria-invalid=${this.error ? 'true' : 'false'} aria-describedby="error" /></label>
      <button class="main" type="submit" ?disabled=${this.busy}>${words.topUp}</button>
      <p class="error" id="error" role="status">${this.error ?? ''}</p>
    </form>`
  }

  private async fill(event: Event, currency: string): Promise<void> {
    event.preventDefault()
    const lang = langOf(this)
    const typed = String(new FormData(event.target as HTMLFormElement).get('amount') ?? '')
    const amount = typed.trim().replace(',', '.')
    const digits = digitsOf(currency)
    this.error = isAmount(amount, digits) ? undefined : WORDS[lang].badAmount('500'.slice(0, digits))
    if (this.error) return
    this.busy = true
    const order = { path: '/wallets/top-up', query: {}, endpoint: this.endpoint, lang }
    try {
      const { url } = await tellShop<StorefrontTopUp>({
        ...order,
        method: 'POST',
        body: { amount, currency },
      })
      location.assign(url)
    } catch (error) {
      this.error = problemOf(error) ?? NOT_DONE[lang]
      this.busy = false
    }
  }
}

/** Decimal text above zero, of at most the digits that the currency has. */
const isAmount = (text: string, digits: number): boolean =>
  /^\d{1,9}(\.\d+)?$/.test(text) && (text.split('.')[1] ?? '').length <= digits && Number(text) > 0

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** By the shop's clock. */
const dateText = (at: string, lang: Lang, timeZone: string): string =>
  new Date(at).toLocaleDateString(lang === 'tr' ? 'tr-TR' : 'en-GB', { timeZone })
