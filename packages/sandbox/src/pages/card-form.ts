import { html } from 'hono/html'
import type { FieldName, HostedState } from './read-pay-form'
import type { Html } from './shell'
import { type Texts, textsOf } from './texts'

interface Field {
  readonly name: FieldName
  readonly label: string
  readonly autocomplete: string
  readonly maxLength: number
  readonly value?: string
  readonly placeholder?: string
  readonly help?: string
  readonly numeric: boolean
}

/** The fields of a new card. Number and CVC never come back from the server; holder and expiry do. */
export function cardForm(state: HostedState): Html {
  const t = textsOf(state.options.lang)
  return html`<fieldset class="new-card" id="new-card">
    <legend>${t.cardTitle}</legend>
    ${state.options.animatedCard ? cardPicture(t) : ''}
    ${field(state, { name: 'cardHolderName', label: t.holder, autocomplete: 'cc-name', maxLength: 80, value: state.typed?.cardHolderName ?? '', numeric: false })}
    ${field(state, { name: 'cardNumber', label: t.number, autocomplete: 'cc-number', maxLength: 23, placeholder: '0000 0000 0000 0000', numeric: true })}
    <div class="pair">
      ${field(state, { name: 'expiry', label: t.expiry, autocomplete: 'cc-exp', maxLength: 9, placeholder: t.expiryPlaceholder, value: state.typed?.expiry ?? '', numeric: true })}
      ${field(state, { name: 'cvc', label: t.cvc, autocomplete: 'cc-csc', maxLength: 4, placeholder: '000', help: t.cvcHelp, numeric: true })}
    </div>
  </fieldset>`
}

function field(state: HostedState, field: Field): Html {
  const { name } = field
  const error = state.errors?.[name]
  const described = [field.help === undefined ? '' : `${name}-help`, `${name}-error`].join(' ').trim()
  return html`<div class="field">
    <label for="${name}">${field.label}</label>
    <input id="${name}" name="${name}" type="text" autocomplete="${field.autocomplete}"
      inputmode="${field.numeric ? 'numeric' : 'text'}" maxlength="${field.maxLength}"
      placeholder="${field.placeholder ?? ''}" value="${field.value ?? ''}" spellcheck="false"
      aria-describedby="${described}" ${error === undefined ? '' : html`aria-invalid="true"`}
      data-error="${textsOf(state.options.lang).invalid[name]}">
    ${field.help === undefined ? '' : html`<p class="help" id="${name}-help">${field.help}</p>`}
    <p class="error" id="${name}-error" aria-live="polite">${error ?? ''}</p>
  </div>`
}

/** `?animatedCard=true`: a card that follows the typing. Decoration only, hidden from screen readers. */
function cardPicture(t: Texts): Html {
  return html`<div class="picture" aria-hidden="true"><div class="plastic">
    <div class="front">
      <p class="bank" data-show="bank"></p><span class="chip"></span>
      <p class="digits" data-show="number">•••• •••• •••• ••••</p>
      <p class="who"><span data-show="holder">${t.holder}</span><span data-show="expiry">${t.expiryPlaceholder}</span></p>
      <p class="mark-of" data-show="association"></p>
    </div>
    <div class="reverse"><p class="stripe"></p><p class="cvc-strip"><span data-show="cvc">•••</span></p></div>
  </div></div>`
}
