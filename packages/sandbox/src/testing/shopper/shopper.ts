import type { HTMLElement } from 'node-html-parser'
import { HeadlessBrowser, type OpenedPage } from './headless-browser'
import { HtmlForm, parsePage } from './html-form'
import { fillMethodForm, providerAnswer } from './method-form'
import type {
  Callback,
  CallbackResponse,
  MethodChoice,
  MethodOutcome,
  PayChoice,
  PayMethod,
  ShopperOptions,
  ShopperResult,
} from './shopper-result'
import { type TestCard, testOtp } from './test-cards'

type BankAnswer = Exclude<PayChoice['threeDS'], 'stay' | undefined>

/**
 * A shopper without a browser. It reads the sandbox's real pages over HTTP and submits their real forms, so it works
 * against a running sandbox, in another process too, with nothing but a pay link or a pageUrl.
 *
 * @example
 * const shopper = new Shopper({ clientIp: '85.105.10.20' })
 * await shopper.open(pageUrl)
 * const { response } = await shopper.pay({ card: testCards.success, installment: 3, threeDS: 'ok' })
 */
export class Shopper {
  private readonly browser: HeadlessBrowser
  private at: OpenedPage | undefined

  constructor(private readonly options: ShopperOptions = {}) {
    this.browser = new HeadlessBrowser(options)
  }

  /** The page that the shopper looks at. Throws before `open`. */
  get page(): OpenedPage {
    if (this.at === undefined) throw new Error('Open a page first: await shopper.open(url)')
    return this.at
  }

  /** Opens a pay link or a pageUrl and follows redirects. Throws when nobody answers at the address itself. */
  async open(url: string): Promise<OpenedPage> {
    this.at = await this.browser.open(url)
    const { lang } = this.options
    if (lang !== undefined && this.find('#pay-form, #method-form') !== undefined)
      this.at = await this.browser.open(inLanguage(this.at.url, lang))
    return this.at
  }

  /** Shows HTML that an API handed out, e.g. the decoded htmlContent of 3ds-init, and submits its only form. */
  async openHtml(html: string, baseUrl: string): Promise<OpenedPage> {
    this.at = { url: baseUrl, status: 200, html }
    this.at = await this.submit(this.form('form'))
    return this.at
  }

  /** The payment form with the card typed in, for a test that wants to look at it or to change it before `submitForm`. */
  fillCard(card: TestCard): HtmlForm {
    const form = this.form('#pay-form')
    if (form.has('cardToken')) form.set('cardToken', '')
    return form
      .set('cardHolderName', card.cardHolderName)
      .set('cardNumber', card.cardNumber)
      .set('expiry', `${card.expireMonth}/${card.expireYear.slice(2)}`)
      .set('cvc', card.cvc)
  }

  /** Pays on the open hosted page: instalment step, card, bank page, and back to the merchant unless `deliver: false`. */
  async pay(choice: PayChoice): Promise<ShopperResult> {
    if (this.find('#pay-form') === undefined && this.find('a[data-method=CARD]') !== undefined)
      await this.openTab('CARD')
    if (this.find('#pay-form') === undefined) return this.outcome(choice.deliver)
    if ((choice.installment ?? 1) > 1) await this.askInstallments(choice)
    const usesReward = choice.points !== undefined || choice.loyalty !== undefined
    if (usesReward) await this.askLoyalties(choice)
    const form = this.payForm(choice)
    return this.submitForm(usesReward ? withReward(form, choice) : form, choice)
  }

  /** Saves a card on the page of a card verification, which decides itself about 3D Secure. */
  saveCard(card: TestCard, choice: Pick<PayChoice, 'threeDS' | 'deliver'> = {}): Promise<ShopperResult> {
    return this.submitForm(this.fillCard(card), choice)
  }

  /** Submits a form that `fillCard` gave, then goes the rest of the way as `pay` does. */
  async submitForm(
    form: HtmlForm,
    choice: Pick<PayChoice, 'threeDS' | 'deliver'> = {},
  ): Promise<ShopperResult> {
    this.at = await this.submit(form)
    if (choice.threeDS === 'stay') return this.outcome(choice.deliver)
    return this.answerBank(choice.threeDS ?? 'ok', choice)
  }

  /** Answers the bank's page, if the shopper stands on one. */
  async answerBank(answer: BankAnswer, { deliver }: Pick<PayChoice, 'deliver'> = {}): Promise<ShopperResult> {
    for (let tries = 0; this.find('#code-form') !== undefined && tries < 4; tries++) {
      this.at = await this.submit(this.form('#code-form'), bankFields[answer])
    }
    return this.outcome(deliver)
  }

  /**
   * Pays on the open hosted page by another method than a card: its tab, the page that it leads to, and back to the
   * merchant unless `deliver: false`. Throws when the page has no such tab.
   */
  async payBy(method: PayMethod, choice: MethodChoice = {}): Promise<ShopperResult> {
    const { outcome = 'paid', deliver } = choice
    await this.openTab(method)
    this.at = await this.submit(fillMethodForm(this.form('#method-form'), choice))
    return outcome === 'stay' ? this.outcome(deliver) : this.answerProvider(outcome, { deliver })
  }

  /** Pays from the shopper's own wallet, whole. Throws when the page offers no wallet that holds enough. */
  async payFromWallet({ deliver }: Pick<PayChoice, 'deliver'> = {}): Promise<ShopperResult> {
    this.at = await this.submit(this.form('#wallet-form'))
    return this.outcome(deliver)
  }

  /** The ways to pay that the open hosted page offers, by their names. */
  get methods(): readonly string[] {
    const tabs = parsePage(this.page.html).querySelectorAll('a[data-method]')
    if (tabs.length > 0) return tabs.map((tab) => tab.getAttribute('data-method') ?? '')
    if (this.find('#pay-form') !== undefined) return ['CARD']
    const only = this.find('#method-form')
    return only === undefined ? [] : [this.form('#method-form').action.replace(/^.*\/|\?.*$/g, '')]
  }

  /**
   * Answers the page of a wallet, a bank app, a lender, if the shopper stands on one. Throws when the page does not offer
   * the instalments that are chosen.
   */
  async answerProvider(
    outcome: Exclude<MethodOutcome, 'stay'>,
    { deliver, installment }: Pick<PayChoice, 'deliver' | 'installment'> = {},
  ): Promise<ShopperResult> {
    for (let tries = 0; tries < 4; tries++) {
      const form = this.find('#provider-form')
      if (form === undefined) break
      const filled = this.form('#provider-form')
      if (installment !== undefined) filled.set('value', String(installment))
      this.at = await this.submit(filled, providerAnswer(form, outcome))
    }
    return this.outcome(deliver)
  }

  /** Types the amount of the next part on the page of a sum in parts; the hosted page of that part is open then. */
  async startPart(amount: string): Promise<OpenedPage> {
    this.at = await this.submit(this.form('#part-form').set('amount', amount))
    return this.at
  }

  /** Gives up: the page's "return to shop" button, or the merchant's own link. */
  async leave({ deliver }: Pick<PayChoice, 'deliver'> = {}): Promise<ShopperResult> {
    const link = this.find('#return-back')?.getAttribute('href')
    if (link !== undefined) {
      this.at = await this.browser.open(link)
      return this.outcome(deliver)
    }
    this.at = await this.submit(this.form('#leave-form'))
    return this.outcome(deliver)
  }

  /** Posts a callback to the merchant as the browser would; also for repeated, late and forged ones. */
  async deliver(callback: Callback): Promise<CallbackResponse> {
    const { origin } = new URL(callback.url)
    const first = await this.browser.send(callback.url, 'post', new URLSearchParams(callback.fields))
    const last = await this.browser.follow(first, (location) => new URL(location).origin === origin)
    const location = last.location ?? (last === first ? undefined : last.url)
    return { status: first.status, body: first.html, ...(location === undefined ? {} : { location }) }
  }

  private async openTab(method: string): Promise<void> {
    const tab = this.find(`a[data-method=${method}]`)?.getAttribute('href')
    if (tab !== undefined) this.at = await this.browser.open(new URL(tab, this.page.url).href)
    if (!this.methods.includes(method))
      throw new Error(`The page has no tab ${method}, only ${this.methods.join(', ')}`)
  }

  private payForm(choice: PayChoice): HtmlForm {
    const form = choice.card === undefined ? this.form('#pay-form') : this.fillCard(choice.card)
    if (choice.storedCard !== undefined) form.set('cardToken', this.storedCardToken(choice.storedCard))
    form.set('installment', String(choice.installment ?? 1))
    if (choice.useWallet !== undefined) form.tick('useWallet', choice.useWallet)
    if (choice.storeCard !== undefined) form.tick('storeCard', choice.storeCard)
    return form.tick('threeDS', choice.threeDS !== undefined)
  }

  private async askInstallments({ card, storedCard }: PayChoice): Promise<void> {
    const step = this.form('#installment-form')
    if (card !== undefined) step.set('bin', card.cardNumber.slice(0, 8))
    if (step.has('cardToken'))
      step.set('cardToken', storedCard === undefined ? '' : this.storedCardToken(storedCard))
    this.at = await this.submit(step)
  }

  /** Presses "ask for the points of my card"; the page comes back with its rewards, or says what is wrong. */
  async askLoyalties(choice: Pick<PayChoice, 'card' | 'storedCard' | 'installment'>): Promise<OpenedPage> {
    const form = this.payForm(choice)
    const action = this.find('#ask-loyalties')?.getAttribute('formaction')
    if (action === undefined) throw new Error(`No #ask-loyalties at ${this.page.url}`)
    this.at = await this.browser.submit(new URL(action, this.page.url).href, form.method, form.entries)
    return this.at
  }

  /** Presses "delete" beside a stored card; the page comes back without it. */
  async deleteStoredCard(cardToken: string): Promise<OpenedPage> {
    const token = this.storedCardToken(cardToken)
    const button = this.find(`[name=deleteCard][value="${token}"]`)
    const action = button?.getAttribute('formaction')
    if (action === undefined) throw new Error('The page lets nobody delete this card')
    const fields = this.form('#pay-form').entries
    fields.set('deleteCard', token)
    this.at = await this.browser.submit(new URL(action, this.page.url).href, 'post', fields)
    return this.at
  }

  private storedCardToken(wanted: string): string {
    if (wanted !== 'first') return wanted
    const first = this.form('#pay-form')
      .offers('cardToken')
      .find((token) => token !== '')
    if (first === undefined) throw new Error('The page offers no stored card')
    return first
  }

  private async outcome(deliver = true): Promise<ShopperResult> {
    const { page } = this
    const back = this.find('form[data-role=return]')
    if (back === undefined) return { ...this.standing(), page }
    const form = new HtmlForm(back, page.url)
    const callback = { url: form.action, fields: Object.fromEntries(form.entries) }
    if (!deliver) return { outcome: 'held', callback, page }
    return { outcome: 'returned', callback, response: await this.deliver(callback), page }
  }

  private standing(): Omit<ShopperResult, 'page'> {
    const notice = this.find('[data-notice]')?.getAttribute('data-notice')
    if (notice === 'lost' || notice === 'paid' || notice === 'expired' || notice === 'unknown')
      return { outcome: notice }
    if (notice === 'saved') return { outcome: 'paid' }
    if (this.find('#code-form') !== undefined) return { outcome: 'bank' }
    if (this.find('#provider-form') !== undefined) return { outcome: 'provider' }
    const alert = this.find('.alert')
    if (alert === undefined) return { outcome: 'elsewhere' }
    if (alert.hasAttribute('data-invalid')) return { outcome: 'invalid', message: this.errorText() }
    return { outcome: 'declined', message: textOf(alert.querySelector('.reason')), ...declineOf(alert) }
  }

  private errorText(): string {
    const errors = parsePage(this.page.html).querySelectorAll('.error, .alert p').map(textOf)
    return errors.filter((text) => text !== '').join(' ')
  }

  private find(selector: string): HTMLElement | undefined {
    return parsePage(this.page.html).querySelector(selector) ?? undefined
  }

  private form(selector: string): HtmlForm {
    const form = this.find(selector)
    if (form === undefined) throw new Error(`No ${selector} at ${this.page.url} (status ${this.page.status})`)
    return new HtmlForm(form, this.page.url)
  }

  private submit(form: HtmlForm, extra: Readonly<Record<string, string>> = {}): Promise<OpenedPage> {
    const fields = form.entries
    for (const [name, value] of Object.entries(extra)) fields.set(name, value)
    return this.browser.submit(form.action, form.method, fields)
  }
}

const bankFields: Record<BankAnswer, Readonly<Record<string, string>>> = {
  ok: { code: testOtp },
  'wrong-code': { code: '000000' },
  cancel: { cancel: 'true' },
}

/** Points are set as typed; "all" is what the page fills in. */
function withReward(form: HtmlForm, { points, loyalty }: PayChoice): HtmlForm {
  form.set('loyalty', loyalty ?? 'REWARD_MONEY')
  return points === undefined || points === 'all' ? form : form.set('points', points)
}

const textOf = (element: HTMLElement | null): string => element?.text.replace(/\s+/g, ' ').trim() ?? ''

function declineOf(alert: HTMLElement): Pick<ShopperResult, 'code' | 'group'> {
  const code = alert.getAttribute('data-code') ?? ''
  const group = alert.getAttribute('data-group') ?? ''
  return { code, ...(group === '' ? {} : { group }) }
}

function inLanguage(url: string, lang: string): string {
  const target = new URL(url)
  target.searchParams.set('lang', lang)
  return target.href
}
