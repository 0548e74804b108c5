import {
  CraftgateError,
  type FraudCheck,
  type FraudCheckPage,
  type FraudRulePage,
} from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { orderLink } from '../payments/payment-table'
import { accountTitle } from '../ui/account-name'
import { badge, moment, notice } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { LIST_SIZE, otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { fraudPath } from './fraud-path'
import { type FailedValue, valueForm } from './value-form'
import { fraudWords } from './words'

const STATUS_TONES: Readonly<Record<FraudCheck['status'], Tone>> = {
  WAITING: 'warn',
  FRAUD: 'bad',
  NOT_FRAUD: 'good',
}

/** GET /fraud: what waits for a decision, and what the rules are made of. Also what a form that added nothing is answered with. */
export async function fraudPage(request: UserRequest, failed?: FailedValue): Promise<Response> {
  const { host, user, lang, words } = request
  const fraud = fraudWords[lang]
  const page = pageAsked(request)
  const offset = (page - 1) * LIST_SIZE
  const open = await host.payments(user).page({ states: ['review'], limit: LIST_SIZE, offset })
  const reviewPages = otherPages({ path: fraudPath(request), page, count: open.count, words: words.list })
  const accounts = await Promise.all(user.merchants.map((merchant) => accountOf(request, merchant)))
  return answerPage(request, {
    title: words.sections.fraud,
    section: 'fraud',
    done: fraud.done,
    status: failed === undefined ? 200 : 422,
    body: html`<p class="soft">${fraud.lead}</p>
      <section class="card ${open.count > 0 ? 'alarm' : ''}" aria-labelledby="reviews"><h2 id="reviews">${fraud.reviews} (${open.count})</h2>
        ${reviewTable(request, open.payments)}${reviewPages}</section>
      ${accounts}${may(request, 'configure') ? valueForm(request, failed) : ''}`,
  })
}

function reviewTable(request: UserRequest, payments: readonly PanelPayment[]): Html {
  const { lang, words } = request
  const fraud = fraudWords[lang]
  const { columns } = words
  const rows = payments.map((payment) => [
    moment(payment.attempt.stateSince, request),
    orderLink(request, payment) ?? words.noOrder,
    moneyText(payment.attempt.expected, lang),
    html`<a href="${fraudPath(request, 'reviews', payment.reference)}">${fraud.decide}</a>`,
  ])
  const heads = [columns.time, columns.order, `${columns.amount}#`, fraud.decision]
  return table({ caption: fraud.reviews, heads, rows, empty: fraud.noReviews })
}

/** An account that cannot be asked does not hide the others. */
async function accountOf(request: UserRequest, merchant: string): Promise<Html> {
  const { commerce, lang } = request
  const title = accountTitle(request, merchant)
  try {
    const checksPage = isTurned(request, merchant) ? pageAsked(request, 'checks') : 1
    const rulesPage = isTurned(request, merchant) ? pageAsked(request, 'rules') : 1
    const [{ checks, count }, names, found] = await Promise.all([
      commerce.fraud.checks(merchant, { page: checksPage - 1 }),
      commerce.fraud.listNames(merchant),
      commerce.fraud.rules(merchant, rulesPage - 1),
    ])
    return html`${title}${checkTable(request, merchant, { checks, count, page: checksPage })}${listNames(request, merchant, names)}${ruleTable(request, merchant, { ...found, page: rulesPage })}`
  } catch (error) {
    if (CraftgateError.is(error)) return html`${title}${notice(error.merchantMessage[lang], 'bad')}`
    throw error
  }
}

/** Each list of each account is turned by itself. */
const isTurned = ({ c, user }: UserRequest, merchant: string): boolean =>
  (c.req.query('account') ?? user.merchants[0]) === merchant

interface Turned {
  readonly name: 'checks' | 'rules'
  readonly page: number
  readonly count: number
}

const pagesOf = (request: UserRequest, account: string, turned: Turned): Html | '' =>
  otherPages({ ...turned, path: fraudPath(request), query: { account }, words: request.words.list })

function checkTable(
  request: UserRequest,
  merchant: string,
  { checks, count, page }: FraudCheckPage & { readonly page: number },
): Html {
  const { lang, words } = request
  const fraud = fraudWords[lang]
  const rows = checks.map(({ paymentId, paidPrice, rule, action, status }) => [
    html`<a href="${pathTo(request, '/')}?q=${paymentId}"><code>${paymentId}</code></a>`,
    paidPrice === undefined ? '–' : moneyText(paidPrice, lang),
    rule?.name ?? '–',
    fraud.actions[action],
    badge(fraud.decisions[status], STATUS_TONES[status]),
  ])
  const heads = [
    words.columns.craftgate,
    `${words.columns.amount}#`,
    fraud.rule,
    fraud.action,
    fraud.decision,
  ]
  return html`<section class="card"><h2>${fraud.checks}</h2>${table({ caption: fraud.checks, heads, rows, empty: fraud.noChecks })}${pagesOf(request, merchant, { name: 'checks', page, count })}</section>`
}

function listNames(request: UserRequest, merchant: string, names: readonly string[]): Html {
  const fraud = fraudWords[request.lang]
  const entry = (name: string) =>
    html`<li><a href="${fraudPath(request, 'lists', merchant, name)}">@${name}</a></li>`
  return html`<section class="card"><h2>${fraud.lists}</h2><p class="help">${fraud.listsLead}</p>
    ${names.length === 0 ? html`<p class="empty">${fraud.noLists}</p>` : html`<ul class="plainlist">${names.map(entry)}</ul>`}</section>`
}

function ruleTable(
  request: UserRequest,
  merchant: string,
  { rules, count, page }: FraudRulePage & { readonly page: number },
): Html {
  const fraud = fraudWords[request.lang]
  const rows = rules.map(({ name, action, conditions, isActive }) => [
    name,
    fraud.actions[action],
    html`<code>${conditions}</code>`,
    isActive ? badge(fraud.ruleState.active, 'good') : badge(fraud.ruleState.passive, 'calm'),
  ])
  const heads = [fraud.rule, fraud.action, fraud.conditions, fraud.status]
  return html`<section class="card"><h2>${fraud.rules}</h2><p class="help">${fraud.rulesLead}</p>${table({ caption: fraud.rules, heads, rows, empty: fraud.noRules })}${pagesOf(request, merchant, { name: 'rules', page, count })}</section>`
}
