import {
  CraftgateError,
  type MerchantPos,
  type PosCommission,
  type PosStatus,
} from '@craftgate-commerce/core'
import { POS_STATUSES } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { badge, notice, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts, table } from '../ui/tables'
import { rowQuery } from './commission-row'
import { autopilotState, posPath, posStatus } from './pos-table'
import { setupWords } from './words'

export const isPosStatus = (name: string | undefined): name is PosStatus =>
  POS_STATUSES.some((each) => each === name)

/** The POS that the address names, of an account that the user works with; undefined when there is none. Throws CraftgateError. */
export async function namedPos({ c, commerce, user }: UserRequest) {
  const [merchant = '', id = ''] = [c.req.param('merchant'), c.req.param('id')]
  if (!user.merchants.includes(merchant) || !/^\d{1,15}$/.test(id)) return undefined
  try {
    return { merchant, pos: await commerce.setup.pos(merchant, Number(id)) }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

/** GET /setup/poses/:merchant/:id. Also what a change that was not made is answered with, and why. */
export async function posPage(request: UserRequest, refusal?: string): Promise<Response> {
  const named = await namedPos(request)
  if (named === undefined) return missingPage(request)
  const { merchant, pos } = named
  const setup = setupWords[request.lang]
  return answerPage(request, {
    title: pos.name,
    section: 'setup',
    done: setup.done,
    status: refusal === undefined ? 200 : 409,
    body: html`<p><a href="${pathTo(request, '/setup')}">← ${setup.pos.toSetup}</a></p>
      ${refusal === undefined ? '' : notice(refusal, 'bad')}
      <div class="columns">${factsCard(request, pos)}${may(request, 'configure') ? changeCard(request, merchant, pos) : ''}</div>
      ${await commissionCard(request, merchant, pos.id)}`,
  })
}

function factsCard(request: UserRequest, pos: MerchantPos): Html {
  const { words, lang } = request
  const { pos: names } = setupWords[lang]
  const yesOrNo = (value: boolean | undefined) =>
    value === undefined ? undefined : value ? words.yes : words.no
  return html`<section class="card" aria-label="${pos.name}">${facts([
    [names.status, posStatus(request, pos)],
    [names.autopilot, autopilotState(request, pos)],
    [names.bank, pos.bankName],
    [names.currency, pos.currency],
    [names.installments, yesOrNo(pos.sellsInstallments)],
    [names.foreign, yesOrNo(pos.takesForeignCards)],
    [names.withoutCvc, yesOrNo(pos.takesCardsWithoutCvc)],
    [names.alias, html`<code>${pos.alias}</code>`],
  ])}</section>`
}

function changeCard(request: UserRequest, merchant: string, { id, status }: MerchantPos): Html {
  const words = setupWords[request.lang].pos
  const others = POS_STATUSES.filter((each) => each !== status)
  const button = (to: PosStatus) =>
    postButton(
      `${posPath(request, merchant, id)}/${to}`,
      words.to[to],
      to === 'PASSIVE' ? 'danger' : 'secondary',
    )
  return html`<section class="card" aria-labelledby="change"><h2 id="change">${words.change}</h2><p class="help">${words.changeHelp}</p><div class="row">${others.map(button)}</div></section>`
}

/** Why they cannot be read stands in their place. */
async function commissionCard(request: UserRequest, merchant: string, id: number): Promise<Html> {
  const { commerce, lang } = request
  const words = setupWords[lang].pos
  const found = await commerce.setup.commissions(merchant, id).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const content = CraftgateError.is(found)
    ? notice(found.merchantMessage[lang], 'bad')
    : commissionTable(request, found, may(request, 'configure') ? posPath(request, merchant, id) : undefined)
  return html`<section class="card" aria-labelledby="commissions"><h2 id="commissions">${words.commissions}</h2>${content}</section>`
}

function commissionTable(
  { lang }: UserRequest,
  commissions: readonly PosCommission[],
  path: string | undefined,
): Html {
  const words = setupWords[lang].pos
  const percent = (rate: number | undefined) =>
    rate === undefined
      ? '–'
      : new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 4 }).format(rate / 100)
  const rows = commissions.map((commission) => {
    const { installment, cardFamily, bankRate, merchantRate, blockageDay, isActive } = commission
    return [
      String(installment),
      cardFamily ?? '–',
      percent(bankRate),
      percent(merchantRate),
      blockageDay === undefined ? '–' : String(blockageDay),
      isActive ? badge(words.states.ACTIVE, 'good') : badge(words.states.PASSIVE, 'calm'),
      ...(path === undefined ? [] : [changeLink(path, commission, words)]),
    ]
  })
  const heads = [
    words.installment,
    words.family,
    `${words.bankRate}#`,
    `${words.merchantRate}#`,
    `${words.blockage}#`,
    words.row,
    ...(path === undefined ? [] : [words.changeCommission]),
  ]
  return table({ caption: words.commissions, heads, rows, empty: words.noCommissions })
}

const changeLink = (path: string, commission: PosCommission, words: (typeof setupWords)['tr']['pos']): Html =>
  html`<a class="button secondary" href="${path}/commission?${rowQuery(commission)}" aria-label="${words.changeCommission}: ${words.commissionOf(commission)}">${words.changeCommission}</a>`
