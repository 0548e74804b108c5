import type { StorefrontCard, StorefrontCards } from '@craftgate-commerce/core/storefront'
import { css, html, nothing, type TemplateResult } from 'lit'
import { askShopAnew, tellShop } from '../shop/ask-shop'
import { AskingElement, NOT_DONE } from '../shop/asking-element'
import { langOf } from '../shop/lang'
import { style as shared } from '../shop/style'

const WORDS = {
  tr: {
    none: 'Kayıtlı kartınız yok. Ödeme sayfasında “kartımı sakla” derseniz burada görünür.',
    name: 'Kart adı',
    rename: 'Adını değiştir',
    save: 'Kaydet',
    delete: 'Sil',
    sure: (card: string) => `${card} silinsin mi?`,
    yes: 'Evet, sil',
    no: 'Vazgeç',
    until: (expiry: string) => `Son kullanma ${expiry}`,
    expired: 'Süresi doldu',
  },
  en: {
    none: 'You have no stored card. Say “store my card” on the payment page, and it is here.',
    name: 'Name of the card',
    rename: 'Rename',
    save: 'Save',
    delete: 'Delete',
    sure: (card: string) => `Delete ${card}?`,
    yes: 'Yes, delete',
    no: 'Cancel',
    until: (expiry: string) => `Expires ${expiry}`,
    expired: 'Expired',
  },
} as const

const style = css`
  :host { min-block-size: 3rem; }
  ul { display: grid; gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
  li { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; padding: 0.875rem 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .card { flex: 1 1 11rem; min-inline-size: 0; overflow-wrap: anywhere; }
  strong { display: block; font-weight: 600; }
  form { display: flex; flex: 1 1 100%; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 0; }
  label { display: grid; flex: 1 1 10rem; gap: 0.25rem; }
  input { box-sizing: border-box; inline-size: 100%; font: inherit; padding: 0.5rem 0.75rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: Field; color: FieldText; }
`

type Step = { readonly id: string; readonly what: 'rename' | 'delete' }

/**
 * The cards that the logged-in customer let Craftgate store: renamed and deleted here, after a question.
 *
 * Parts: `cards`, `card`, `name`, `rename`, `delete`, `problem`, `again`. Custom properties: those of every element.
 */
export class CraftgateSavedCards extends AskingElement<StorefrontCards> {
  static override styles = [shared, style]
  static override properties = { ...AskingElement.properties, step: { state: true }, busy: { state: true } }

  /** What is being asked about a card. */
  declare private step?: Step
  declare private busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  protected question(lang: string): Promise<StorefrontCards> {
    return askShopAnew({ path: '/cards', query: {}, endpoint: this.endpoint, lang })
  }

  protected renderAnswer({ cards }: StorefrontCards): TemplateResult {
    if (cards.length === 0) return html`<p class="soft">${WORDS[langOf(this)].none}</p>`
    return html`<ul part="cards">${cards.map((card) => this.renderCard(card))}</ul>`
  }

  private renderCard(card: StorefrontCard): TemplateResult {
    const words = WORDS[langOf(this)]
    const title = titleOf(card)
    const { id, name, bank, expiry, expired } = card
    const facts = [name && title, bank, expired ? words.expired : expiry && words.until(expiry)].filter(
      Boolean,
    )
    const open = (what: Step['what']) => () => {
      this.step = { id, what }
    }
    return html`<li part="card">
      <div class="card"><strong part="name">${name ?? title}</strong><span class="soft">${facts.join(' · ')}</span></div>
      ${
        this.step?.id === id
          ? this.renderStep(card, this.step)
          : html`${expired ? nothing : html`<button type="button" part="rename" aria-label="${words.rename}: ${title}" @click=${open('rename')}>${words.rename}</button>`}
              <button type="button" part="delete" aria-label="${words.delete}: ${title}" @click=${open('delete')}>${words.delete}</button>`
      }
    </li>`
  }

  private renderStep(card: StorefrontCard, { what }: Step): TemplateResult {
    const words = WORDS[langOf(this)]
    const isRename = what === 'rename'
    return html`<form @submit=${(event: Event) => this.finish(event, card, what)}>
      ${
        isRename
          ? html`<label>${words.name}<input name="name" maxlength="50" required autocomplete="off" .value=${card.name ?? ''} /></label>`
          : html`<p class="card" role="status">${words.sure(titleOf(card))}</p>`
      }
      <button class="main" type="submit" ?disabled=${this.busy}>${isRename ? words.save : words.yes}</button>
      <button type="button" ?disabled=${this.busy} @click=${this.leave}>${words.no}</button>
    </form>`
  }

  private async finish(event: Event, { id }: StorefrontCard, what: Step['what']): Promise<void> {
    event.preventDefault()
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '')
    const order = { path: `/cards/${id}`, query: {}, endpoint: this.endpoint, lang: langOf(this) }
    this.busy = true
    const work =
      what === 'rename'
        ? tellShop<StorefrontCards>({ ...order, method: 'POST', body: { name } })
        : tellShop<StorefrontCards>({ ...order, method: 'DELETE' })
    if (await this.show(work, NOT_DONE[order.lang])) this.step = undefined
    this.busy = false
  }

  private readonly leave = (): void => {
    this.step = undefined
  }
}

const titleOf = ({ cardFamily, cardAssociation, lastFour = '' }: StorefrontCard): string =>
  [cardFamily ?? cardAssociation, `•••• ${lastFour}`].filter(Boolean).join(' ')
