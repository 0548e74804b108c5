import { CraftgateError, type Member, type Withdraw } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { otherPages, pageAsked } from '../ui/other-pages'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { asked, whyNot } from './asked'
import { mayMoveMoney, memberPath, namedMember, nameOf } from './member-paths'
import { confirmPage, moveMoney } from './moving'
import { memberWords } from './words'

interface Shown {
  readonly merchant: string
  readonly member: Member
}

/** A seller's wishes to have money at his bank, newest first. */
export async function withdrawsCard(request: UserRequest, { merchant, member }: Shown): Promise<Html> {
  const { lang, commerce } = request
  const words = memberWords[lang]
  const page = pageAsked(request, 'withdraws')
  const found = await asked(commerce.wallets.withdraws(merchant, { memberId: member.id, page: page - 1 }))
  if (CraftgateError.is(found)) return whyNot(request, found)
  const at = memberPath(request, merchant, member.id)
  const heads = [words.when, `${words.amount}#`, words.withdraws, words.reason]
  const rows = found.withdraws.map((withdraw) => rowOf(request, at, withdraw))
  return html`<section class="card" aria-labelledby="withdraws"><h2 id="withdraws">${words.withdraws}</h2><p class="help">${words.withdrawsHelp}</p>
    ${table({ caption: words.withdraws, heads, rows, empty: words.noWithdraws })}${otherPages({ path: at, name: 'withdraws', page, count: found.count, words })}</section>`
}

function rowOf(request: UserRequest, at: string, withdraw: Withdraw): readonly (Html | string)[] {
  const { lang } = request
  const words = memberWords[lang]
  const states: Readonly<Record<string, string>> = words.payoutStates
  const { id, payoutStatus } = withdraw
  const mayCancel = payoutStatus === 'WAITING_FOR_PAYOUT' && mayMoveMoney(request)
  return [
    moment(withdraw.at, request),
    moneyText(withdraw.amount, lang),
    html`${states[payoutStatus] ?? payoutStatus}${mayCancel ? html` <a href="${at}/withdraws/${id}">${words.cancelWithdraw} <span class="hidden">${id}</span></a>` : ''}`,
    withdraw.description ?? '',
  ]
}

async function namedWithdraw(request: UserRequest) {
  const named = await namedMember(request)
  const withdrawId = Number(request.c.req.param('withdraw'))
  return named === undefined || !Number.isSafeInteger(withdrawId) ? undefined : { ...named, withdrawId }
}

/** GET /members/:merchant/:id/withdraws/:withdraw */
export async function cancelWithdrawPage(request: UserRequest): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const named = await namedWithdraw(request)
  if (named === undefined) return missingPage(request)
  const { merchant, member, withdrawId } = named
  const words = memberWords[request.lang]
  const back = memberPath(request, merchant, member.id)
  return confirmPage(request, {
    ...{ title: words.cancelWithdraw, back, action: `${back}/withdraws/${withdrawId}`, fields: {} },
    shown: [
      [words.member, nameOf(member)],
      [words.withdraws, String(withdrawId)],
    ],
  })
}

/** POST /members/:merchant/:id/withdraws/:withdraw */
export async function cancelWithdraw(request: UserRequest): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const named = await namedWithdraw(request)
  if (named === undefined) return missingPage(request)
  const { merchant, member, withdrawId } = named
  const once = new URLSearchParams(await request.c.req.text()).get('once') ?? ''
  return moveMoney(request, once, {
    ...{ action: 'cancelled-withdraw', reference: String(withdrawId), title: nameOf(member) },
    back: memberPath(request, merchant, member.id),
    move: (key) => request.commerce.wallets.cancelWithdraw({ merchant, key, withdrawId }),
  })
}
