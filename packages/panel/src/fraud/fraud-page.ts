import { CraftgateError, type FraudCheck, type FraudRule } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { orderLink } from '../payments/payment-table'
import { accountTitle } from '../ui/account-name'
import { badge, type Html, moment, notice, type Tone } from '../ui/components'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { fraudPath } from './fraud-path'
import { type FailedValue, valueForm } from './value-form'
import { fraudWords } from './words'

/** As many as a person decides at a time. */
const MOST = 25
/** Older checks are found in Craftgate's panel. */
const FARTHEST_PAGE = 400

const STATUS_TONES: Readonly<Record<FraudCheck['status'], Tone>> = {
  WAITING: 'warn',
  FRAUD: 'bad',
  NOT_FRAUD: 'good',
}

/** GET /fraud: what waits for a decision, and what the rules are made of. Also what a form that added nothing is answered with. */
export async function fraudPage(request: UserRequest, failed?: FailedValue): Promise<Response> {
  const { host, user, lang, words } = request
  const fraud = fraudWords[lang]
  const open = await host.payments(user).page({ states: ['review'], limit: MOST, offset: 0 })
  const accounts = await Promise.all(user.merchants.map((merchant) => accountOf(request, merchant)))
  return answerPage(request, {
    title: words.sections.fraud,
    section: 'fraud',
    done: fraud.done,
    status: failed === undefined ? 200 : 422,
    body: html`<p class="soft">${fraud.lead}</p>
      <section class="card ${open.count > 0 ? 'alarm' : ''}" aria-labelledby="reviews"><h2 id="reviews">${fraud.reviews} (${open.count})</h2>
        ${reviewTable(request, open.payments)}</section>
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
    const [{ checks, count }, names, { rules }] = await Promise.all([
      commerce.fraud.checks(merchant, { page: pageOf(request) - 1 }),
      commerce.fraud.listNames(merchant),
      commerce.fraud.rules(merchant, 0),
    ])
    return html`${title}${checkTable(request, checks, count)}${listNames(request, merchant, names)}${ruleTable(request, rules)}`
  } catch (error) {
    if (CraftgateError.is(error)) return html`${title}${notice(error.merchantMessage[lang], 'bad')}`
    throw error
  }
}

function checkTable(request: UserRequest, checks: readonly FraudCheck[], count: number): Html {
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
  return html`<section class="card"><h2>${fraud.checks}</h2>${table({ caption: fraud.checks, heads, rows, empty: fraud.noChecks })}${checkPages(request, count)}</section>`
}

/** The first is 1. */
const pageOf = ({ c }: UserRequest): number => {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= FARTHEST_PAGE ? page : 1
}

function checkPages(request: UserRequest, count: number): Html | '' {
  const { list } = request.words
  const page = pageOf(request)
  const to = (other: number, text: string) =>
    html`<a class="button secondary" href="${fraudPath(request)}?page=${other}">${text}</a>`
  if (count <= MOST && page === 1) return ''
  return html`<nav class="row" aria-label="${list.pages}">${page > 1 ? to(page - 1, list.newer) : ''}${page * MOST < count ? to(page + 1, list.older) : ''}</nav>`
}

function listNames(request: UserRequest, merchant: string, names: readonly string[]): Html {
  const fraud = fraudWords[request.lang]
  const entry = (name: string) =>
    html`<li><a href="${fraudPath(request, 'lists', merchant, name)}">@${name}</a></li>`
  return html`<section class="card"><h2>${fraud.lists}</h2><p class="help">${fraud.listsLead}</p>
    ${names.length === 0 ? html`<p class="empty">${fraud.noLists}</p>` : html`<ul class="plainlist">${names.map(entry)}</ul>`}</section>`
}

function ruleTable({ lang }: UserRequest, rules: readonly FraudRule[]): Html {
  const fraud = fraudWords[lang]
  const rows = rules.map(({ name, action, conditions, isActive }) => [
    name,
    fraud.actions[action],
    html`<code>${conditions}</code>`,
    isActive ? badge(fraud.ruleState.active, 'good') : badge(fraud.ruleState.passive, 'calm'),
  ])
  const heads = [fraud.rule, fraud.action, fraud.conditions, fraud.status]
  return html`<section class="card"><h2>${fraud.rules}</h2><p class="help">${fraud.rulesLead}</p>${table({ caption: fraud.rules, heads, rows, empty: fraud.noRules })}</section>`
}
