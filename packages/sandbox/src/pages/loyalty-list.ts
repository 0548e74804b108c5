import { html } from 'hono/html'
import type { LoyaltyView } from '../hosted-page-service'
import { checkoutPath, type PageOptions, withOptions } from './page-options'
import { priceText, typedText } from './price-text'
import type { HostedState } from './read-pay-form'
import type { Html } from './shell'
import { textsOf } from './texts'

/** The rewards of the card: the bank is asked by a button, since it needs the whole card. Points are lira. */
export function loyaltyPart(state: HostedState): Html {
  const { view, options, typed, errors, loyalties } = state
  if (view.currency !== 'TRY') return html``
  const t = textsOf(options.lang)
  const action = withOptions(`${checkoutPath(view.token)}/loyalties`, options)
  return html`<fieldset class="loyalty"><legend>${t.loyalty}</legend>
    <div id="loyalties" aria-live="polite">${loyalties === undefined ? '' : loyaltyList({ loyalties, options, chosen: typed?.loyalty })}</div>
    <p class="error" id="loyalty-error">${errors?.loyalty ?? ''}</p>
    <button class="secondary" type="submit" id="ask-loyalties" formaction="${action}">${t.loyaltyAsk}</button>
  </fieldset>`
}

/** What stands in their place when the card is not right. */
export const loyaltyProblem = (sentence: string): Html => html`<p class="error">${sentence}</p>`

interface LoyaltyChoices {
  readonly loyalties: readonly LoyaltyView[]
  readonly options: PageOptions
  readonly chosen?: string
}

/** The rewards as radios, none at first. Also answered alone, as the fragment that the script asks for. */
export function loyaltyList({ loyalties, options, chosen = '' }: LoyaltyChoices): Html {
  const t = textsOf(options.lang)
  if (loyalties.length === 0) return html`<p class="hint">${t.loyaltyNone}</p>`
  const known = loyalties.some(({ type }) => type === chosen) ? chosen : ''
  return html`${choice('', known, t.loyaltyUnused)}
    ${loyalties.map((loyalty) => html`${choice(loyalty.type, known, nameOf(loyalty, options))}${pointsField(loyalty, options)}`)}`
}

const choice = (type: string, chosen: string, name: string): Html => html`<label class="choice">
    <input type="radio" name="loyalty" value="${type}" ${type === chosen ? 'checked' : ''}> <span>${name}</span>
  </label>`

function nameOf({ type, points, message }: LoyaltyView, { lang }: PageOptions): string {
  const t = textsOf(lang)
  if (points !== undefined) return t.loyaltyPoints(priceText(points, 'TRY', lang))
  const name = type === 'ADDITIONAL_INSTALLMENT' ? t.loyaltyExtra : t.loyaltyPostponed
  return message === undefined ? name : `${name} (${message})`
}

const pointsField = ({ usable }: LoyaltyView, { lang }: PageOptions): Html =>
  usable === undefined
    ? html``
    : html`<div class="field"><label for="points">${textsOf(lang).loyaltyAmount}</label>
      <input id="points" name="points" type="text" inputmode="decimal" maxlength="12" autocomplete="off" value="${typedText(usable, lang)}"></div>`
