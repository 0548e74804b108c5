import type { Context } from 'hono'
import { html } from 'hono/html'
import type { MealCardView } from '../hosted-page-service'
import { labelOf, methodTextsOf } from './method-texts'
import { mealCardPath, type PageOptions, withOptions } from './page-options'
import { answerPage } from './shell'

/** A number that looks like a meal card's, so that nobody types one of his own. */
const SAMPLE_NUMBER = '6375780115068760'

/** The page where the owner of a meal card lets a merchant keep it. */
export function mealCardPage(c: Context, view: MealCardView, options: PageOptions, invalid: boolean) {
  const t = methodTextsOf(options.lang)
  const name = labelOf(view, options.lang)
  const body = html`<main class="bank provider">
    <header><p class="bank-name">${name}</p></header>
    <h1>${t.keepCard}</h1>
    <dl><dt>${t.merchant}</dt><dd>${view.merchantName}</dd></dl>
    <form id="provider-form" method="post" action="${withOptions(mealCardPath(view.id), options)}">
      <div class="field">
        <label for="value">${t.cardNumber}</label>
        <input id="value" name="value" type="text" inputmode="numeric" autocomplete="off" maxlength="23"
          value="${SAMPLE_NUMBER}" aria-describedby="value-error" ${invalid ? html`aria-invalid="true"` : ''}>
        <p class="error" id="value-error" role="alert">${invalid ? t.invalid.cardNumber : ''}</p>
      </div>
      <button class="primary" type="submit" name="action" value="approve">${t.keepApprove}</button>
      <button class="quiet" type="submit" name="action" value="cancel" formnovalidate>${t.cancel}</button>
    </form>
    <p class="hint">${t.notReal}</p>
  </main>`
  return answerPage(c, { title: name, body, options, bodyClass: 'at-bank', status: invalid ? 422 : 200 })
}
