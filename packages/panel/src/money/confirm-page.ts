import { type Money, type RefundPreview, toDecimal } from '@craftgate-commerce/core'
import { isZero, proportion } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { type KeyedRequest, onceKey } from '../http/once-key'
import { may, type UserRequest } from '../http/panel-request'
import { isLinked } from '../login/panel-links'
import type { PanelMoney } from '../panel-host'
import { orderLink, paymentPath } from '../payments/payment-table'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage, noticePage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { actionsOf, isMoneyAction, MONEY_ACTIONS, orderPaymentOf } from './actions'
import { moneyPath } from './money-card'
import { amountForm, itemsForm, refundFacts, refundFields } from './refund-forms'
import { type Acted, REASON_LENGTH, readWanted, soldOf, type Wanted } from './wanted'
import { moneyWords } from './words'

interface Named extends Acted {
  readonly money: PanelMoney
  readonly request: KeyedRequest
}

/** The action and the payment that the address names, for whoever may; else the page that says why not. */
export async function namedPayment(request: UserRequest): Promise<Named | Response> {
  const { c, host, user, lang } = request
  const action = c.req.param('action') ?? ''
  const payments = host.payments(user)
  const { money } = payments
  if (!isMoneyAction(action) || !isLinked(host) || money === undefined) return missingPage(request)
  if (!may(request, MONEY_ACTIONS[action].needs)) return notAllowedPage(request)
  const payment = await payments.find(c.req.param('reference') ?? '')
  const found = payment && orderPaymentOf(payment)
  if (found !== undefined) {
    const sold = await soldOf(money, action, found.payment.reference)
    return { action, found, sold, money, request: { ...request, host } }
  }
  const { facts: told } = payment ?? {}
  if (told === undefined || !('unavailable' in told)) return missingPage(request)
  const { title } = moneyWords[lang][action]
  return noticePage(request, { title, text: told.unavailable[lang], status: 502 })
}

/** GET /payments/:reference/refund, and so on: what would happen, and the button that does it. */
export async function confirmPage(request: UserRequest): Promise<Response> {
  const named = await namedPayment(request)
  if (named instanceof Response) return named
  const wanted = readWanted((name) => request.c.req.query(name), named)
  return confirmation(named.request, { ...named, wanted })
}

interface Asked extends Acted {
  readonly wanted: Wanted
  /** Why the button that was pressed did nothing. */
  readonly refused?: string
}

/** The page again after its button was refused, with the reason. */
export async function confirmation(request: KeyedRequest, asked: Asked): Promise<Response> {
  const { action, found, wanted, refused } = asked
  const isWrong = wanted.wrong !== undefined
  const { reference } = found.payment
  const words = moneyWords[request.lang]
  const told = await whatHappens(request, asked)
  const isPossible = !isWrong && actionsOf(found).includes(action)
  return answerPage(request, {
    title: words[action].title,
    section: 'payments',
    status: refused !== undefined ? 409 : isWrong ? 422 : 200,
    body: html`<p><a href="${paymentPath(request, reference)}">← ${words.back}</a></p>
      ${refused === undefined ? '' : notice(`${words.refused} ${refused}`, 'bad')}
      <section class="card" aria-labelledby="what"><h2 id="what">${request.words.payment.title(found.payment.order?.number)}</h2>
        ${told.view}
        ${action === 'void' ? '' : amountForm(request, asked, wanted, told.amount)}
        ${isPossible && told.amount ? await button(request, asked, told.amount) : ''}</section>
      ${itemsForm(request, asked, wanted)}`,
  })
}

interface Told {
  /** What the button moves; absent when it can not be pressed. */
  readonly amount?: Money
  readonly view: Html
}

async function whatHappens(request: UserRequest, { action, found, wanted }: Asked): Promise<Told> {
  const { lang, commerce } = request
  const words = moneyWords[lang]
  const { account, facts: paid, payment } = found
  const order = [words.order, orderLink(request, payment)] as const
  if (action === 'refund') {
    const { paymentId } = paid
    const { amount, items, destination } = wanted
    const chosen = { items, itemsOnly: items && true, destination }
    const preview = await commerce.previewRefund({ account, paymentId, amount, ...chosen })
    return refundView(request, { order, preview, wanted })
  }
  const amount = wanted.amount ?? paid.price
  const charged = isZero(paid.price) ? paid.price : proportion(paid.paidPrice, amount.minor, paid.price.minor)
  return {
    amount,
    view: facts([
      order,
      [words.held, moneyText(paid.paidPrice, lang)],
      [words.charged, action === 'capture' ? moneyText(charged, lang) : undefined],
    ]),
  }
}

interface Previewed {
  readonly order: readonly [string, Html | string]
  readonly preview: RefundPreview
  readonly wanted: Wanted
}

function refundView({ lang }: UserRequest, { order, preview, wanted }: Previewed): Told {
  if (preview.state === 'refused')
    return { view: html`${facts([order])}${notice(preview.message[lang], 'warn')}` }
  const { destination = 'source' } = wanted
  return {
    amount: preview.price,
    view: facts([
      order,
      ...(wanted.items ?? []).map(
        ({ name, quantity, amount }) => [`${quantity} × ${name}`, moneyText(amount, lang)] as const,
      ),
      ...refundFacts({ preview, destination }, lang),
    ]),
  }
}

async function button(request: KeyedRequest, asked: Asked, amount: Money): Promise<Html> {
  const { action, found, wanted } = asked
  const { lang } = request
  const { reference } = found.payment
  const words = moneyWords[lang]
  const once = await onceKey(request, `${action} ${reference}`)
  const { destination } = wanted
  const text = destination === undefined ? words[action].text : words.destinationText[destination]
  const sum = moneyText(amount, lang)
  const press = destination === 'outside' ? words.confirmOutside(sum) : words[action].confirm(sum)
  return html`<p>${text}</p><form class="stack" method="post" action="${moneyPath(request, reference, action)}">
      ${destination === 'outside' ? reasonField(request, asked) : ''}
      <input type="hidden" name="once" value="${once}"><input type="hidden" name="amount" value="${toDecimal(amount)}">${refundFields(wanted)}
      <button class="${action === 'capture' ? 'primary' : 'danger'}" type="submit">${press}</button></form>`
}

/** How the merchant gave it back: Craftgate does not know. */
function reasonField({ lang }: UserRequest, { wanted: { reason } }: Asked): Html {
  const words = moneyWords[lang]
  const isMissing = reason === ''
  return html`<div class="field"><label for="reason">${words.reason}</label><input id="reason" name="reason" type="text" maxlength="${REASON_LENGTH}" required value="${reason ?? ''}" aria-describedby="reason-help reason-error" ${isMissing ? html`aria-invalid="true"` : ''}><p class="help" id="reason-help">${words.reasonHelp}</p><p class="error" id="reason-error">${isMissing ? words.reasonMissing : ''}</p></div>`
}
