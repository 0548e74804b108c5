import { html, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf } from './ask-shop'
import { CraftgateElement } from './craftgate-element'
import { type Lang, langOf } from './lang'

/** What stands there instead of an answer. */
export interface UnansweredWords {
  readonly loading: string
  readonly failed: string
  readonly again: string
}

const WORDS: Readonly<Record<Lang, UnansweredWords>> = {
  tr: { loading: 'Yükleniyor…', failed: 'Şu anda gösterilemiyor.', again: 'Yeniden dene' },
  en: { loading: 'Loading…', failed: 'Can not be shown right now.', again: 'Try again' },
}

/** Where the shop did not do what the shopper wanted, and does not say why. */
export const NOT_DONE: Readonly<Record<Lang, string>> = {
  tr: 'Şu anda yapılamıyor. Biraz sonra yeniden deneyin.',
  en: 'Can not be done right now. Please try again in a moment.',
}

/** An element that shows one answer of the shop's: it asks when it is seen by a browser, and again when what it asks of changes. */
export abstract class AskingElement<Answer> extends CraftgateElement {
  static override properties = {
    endpoint: {},
    data: { type: Object },
    told: { state: true },
    problem: { state: true },
  }

  /** An answer that is here already, e.g. from the server that renders the page: nothing is asked for it. */
  declare data?: Answer
  declare protected told?: Answer
  /** What is wrong, for people. */
  declare protected problem?: string
  /** A slow answer to an older question is not shown over a newer one. */
  private turn = 0

  /** Properties that change what is asked. */
  protected get subject(): readonly string[] {
    return ['endpoint', 'lang']
  }

  protected abstract question(lang: string): Promise<Answer>
  protected abstract renderAnswer(answer: Answer): TemplateResult

  protected words(lang: Lang): UnansweredWords {
    return WORDS[lang]
  }

  /** What would be asked is here already. */
  protected get isAnswered(): boolean {
    return this.data !== undefined
  }

  protected override updated(changed: PropertyValues): void {
    if (this.turn > 0 && !this.subject.some((name) => changed.has(name))) return
    if (!this.isAnswered) void this.ask()
  }

  /** Back to `data`: an answer that is still on its way is not shown either. */
  protected forget(): void {
    this.turn += 1
    ;[this.told, this.problem] = [undefined, undefined]
  }

  /** Shows what a question or an order comes to; where it fails the shop's problem, or `failed`. Answers whether it went well. */
  protected async show(work: Promise<Answer>, failed = this.words(langOf(this)).failed): Promise<boolean> {
    const turn = ++this.turn
    try {
      const told = await work
      if (turn === this.turn) [this.told, this.problem] = [told, undefined]
      return true
    } catch (error) {
      if (turn === this.turn) this.problem = problemOf(error) ?? failed
      return false
    }
  }

  protected ask(): Promise<boolean> {
    return this.show(this.question(langOf(this)))
  }

  protected override render(): TemplateResult {
    const answer = this.told ?? this.data
    const words = this.words(langOf(this))
    if (answer !== undefined) return html`${this.renderProblem()}${this.renderAnswer(answer)}`
    if (this.problem === undefined) return html`<p class="soft" role="status">${words.loading}</p>`
    return html`${this.renderProblem()}<button type="button" part="again" @click=${this.askAgain}>${words.again}</button>`
  }

  private renderProblem(): TemplateResult {
    return html`<p role="status" part="problem">${this.problem ?? ''}</p>`
  }

  private readonly askAgain = (): void => {
    this.problem = undefined
    void this.ask()
  }
}
