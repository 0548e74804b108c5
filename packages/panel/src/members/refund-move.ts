import { randomUUID } from 'node:crypto'
import { CraftgateError, type Money } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { readPrice } from '../money/read-price'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { moneyText, typedAmount } from '../ui/texts'
import { asked, whyNot } from './asked'
import { mayMoveMoney, memberPath, namedMember, nameOf } from './member-paths'
import { moveMoney } from './moving'
import { memberWords } from './words'

async function namedMove(request: UserRequest) {
  const named = await namedMember(request)
  const moveId = Number(request.c.req.param('move'))
  const wallet = named && (await request.commerce.wallets.find(named.merchant, named.member.id))
  if (named === undefined || wallet === undefined || !Number.isSafeInteger(moveId)) return undefined
  return { ...named, wallet, moveId }
}

/** GET /members/:merchant/:id/moves/:move: how much can still go back, and the button that sends it. */
export async function refundMovePage(request: UserRequest): Promise<Response> {
  return showMove(request)
}

async function showMove(request: UserRequest, wrong?: { readonly form: URLSearchParams }): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const named = await namedMove(request)
  if (named === undefined) return missingPage(request)
  const { merchant, member, wallet, moveId } = named
  const words = memberWords[request.lang]
  const back = memberPath(request, merchant, member.id)
  const left = await asked(request.commerce.wallets.refundable(merchant, wallet, moveId))
  const body = CraftgateError.is(left)
    ? whyNot(request, left)
    : left.minor === 0
      ? html`<div class="card"><p>${words.nothingBack}</p></div>`
      : refundForm(request, { action: `${back}/moves/${moveId}`, left, typed: wrong?.form })
  return answerPage(request, {
    ...{ title: `${words.refundMove}: ${nameOf(member)}`, section: 'members', status: wrong ? 422 : 200 },
    body: html`<p><a href="${back}">← ${words.toMember}</a></p>${body}`,
  })
}

interface RefundForm {
  readonly action: string
  readonly left: Money
  readonly typed: URLSearchParams | undefined
}

function refundForm({ lang }: UserRequest, { action, left, typed }: RefundForm) {
  const words = memberWords[lang]
  const value = typed?.get('amount') ?? typedAmount(left, lang)
  const once = typed?.get('once') ?? randomUUID()
  return html`<form class="card stack" method="post" action="${action}" autocomplete="off"><p>${words.refundMoveLead(moneyText(left, lang))} ${words.confirmLead}</p>
    <input type="hidden" name="once" value="${once}">
    <div class="field"><label for="amount">${words.amount}</label><input id="amount" name="amount" type="text" inputmode="decimal" value="${value}" maxlength="30" aria-describedby="amount-error" ${typed ? html`aria-invalid="true"` : ''}><p class="error" id="amount-error">${typed ? words.wrongAmount : ''}</p></div>
    <div class="row"><button class="primary" type="submit">${words.doIt}</button></div></form>`
}

/** POST /members/:merchant/:id/moves/:move */
export async function refundMove(request: UserRequest): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const named = await namedMove(request)
  if (named === undefined) return missingPage(request)
  const { merchant, member, wallet, moveId } = named
  const form = new URLSearchParams(await request.c.req.text())
  const amount = readPrice((form.get('amount') ?? '').trim(), wallet.balance.currency)
  if (amount === undefined) return showMove(request, { form })
  return moveMoney(request, form.get('once') ?? '', {
    ...{ action: 'refunded-wallet-move', reference: String(moveId), title: nameOf(member) },
    back: memberPath(request, merchant, member.id),
    move: (key) => request.commerce.wallets.refund({ merchant, memberId: member.id, key, amount, moveId }),
  })
}
