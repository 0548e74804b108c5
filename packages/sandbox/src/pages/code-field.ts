import { html } from 'hono/html'
import { testOtp } from '../testing/shopper/test-cards'
import type { Html } from './shell'

const MAX_TRIES = 3

interface CodeField {
  /** Of the form's field. */
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly wrongCodes: number
  readonly wrong: (triesLeft: number) => string
}

/** The one-time code of a bank's or a provider's page, with what is wrong with the last one. */
export function codeField({ name, label, hint, wrongCodes, wrong }: CodeField): Html {
  const error = wrongCodes > 0 ? wrong(MAX_TRIES - wrongCodes) : ''
  return html`<div class="field">
      <label for="code">${label}</label>
      <input id="code" name="${name}" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="8" required
        aria-describedby="code-error code-hint" ${error === '' ? '' : html`aria-invalid="true"`}>
      <p class="error" id="code-error" role="alert">${error}</p>
      <p class="hint" id="code-hint">${hint} <code>${testOtp}</code></p>
    </div>`
}
