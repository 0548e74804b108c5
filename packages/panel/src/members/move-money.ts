import {
  CraftgateError,
  type Member,
  type Money,
  type Wallet,
  type WalletResult,
} from '@craftgate-commerce/core'
import { qrCode } from '@craftgate-commerce/core/adapter'
import { html, raw } from 'hono/html'
import { audit } from '../http/audit'
import type { UserRequest } from '../http/panel-request'
import { readPrice } from '../money/read-price'
import type { AuditAction } from '../panel-host'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { moneyText } from '../ui/texts'
import { asked, whyNot } from './asked'
import { mayMoveMoney, memberPath, namedMember, nameOf } from './member-paths'
import { confirmPage, moveMoney } from './moving'
import { memberWords } from './words'

const MOVES = ['credit', 'debit', 'deposit', 'withdraw'] as const
type Move = (typeof MOVES)[number]
type What = Move | 'top-up'

const AUDITED: Readonly<Record<Move, AuditAction>> = {
  credit: 'credited-wallet',
  debit: 'debited-wallet',
  deposit: 'deposited-to-wallet',
  withdraw: 'withdrew-from-wallet',
}

interface Shown {
  readonly merchant: string
  readonly member: Member
  readonly wallet: Wallet
}

interface Failed {
  readonly form: URLSearchParams
  readonly wrong: ReadonlySet<'amount' | 'reason'>
}

/** What may be done with a member's wallet; only sellers' money goes to a bank. */
export function moveForm(request: UserRequest, { merchant, member }: Shown, failed?: Failed): Html {
  const words = memberWords[request.lang]
  const whats: readonly What[] = [
    'credit',
    'debit',
    'deposit',
    'top-up',
    ...(member.isSubMerchant ? ['withdraw' as const] : []),
  ]
  const typed = (name: string) => failed?.form.get(name) ?? ''
  const what = (name: What) =>
    html`<option value="${name}" ${typed('what') === name ? html`selected` : ''}>${words.whats[name]}</option>`
  const text = (name: 'amount' | 'reason', help: string, error: string) => {
    const isWrong = failed?.wrong.has(name) ?? false
    return html`<div class="field"><label for="${name}">${words[name]}</label><input id="${name}" name="${name}" type="text" inputmode="${name === 'amount' ? 'decimal' : 'text'}" value="${typed(name)}" maxlength="200" aria-describedby="${name}-help ${name}-error" ${isWrong ? html`aria-invalid="true"` : ''}><p class="help" id="${name}-help">${help}</p><p class="error" id="${name}-error">${isWrong ? error : ''}</p></div>`
  }
  return html`<section class="card" aria-labelledby="move-money"><h2 id="move-money">${words.moveMoney}</h2>
    <form class="stack" method="post" action="${memberPath(request, merchant, member.id)}/money" autocomplete="off">
      <div class="field"><label for="what">${words.what}</label><select id="what" name="what">${whats.map(what)}</select></div>
      ${text('amount', words.amountHelp, words.wrongAmount)}${text('reason', words.reasonHelp, words.wrongReason)}
      <div class="row"><button class="primary" type="submit">${words.goOn}</button></div></form></section>`
}

interface Typed {
  readonly what: What
  readonly amount: Money
  readonly reason: string
}

/** Without a reason go a deposit and a page, whose record says what they are. */
function readMove(form: URLSearchParams, { balance }: Wallet): Typed | Failed['wrong'] | undefined {
  const what = [...MOVES, 'top-up' as const].find((name) => name === form.get('what'))
  if (what === undefined) return undefined
  const amount = readPrice((form.get('amount') ?? '').trim(), balance.currency)
  const reason = (form.get('reason') ?? '').trim()
  const needsReason = what !== 'deposit' && what !== 'top-up'
  const wrong = new Set<'amount' | 'reason'>()
  if (amount === undefined) wrong.add('amount')
  if (reason.length > 200 || (needsReason && reason === '')) wrong.add('reason')
  return amount === undefined || wrong.size > 0 ? wrong : { what, amount, reason }
}

type Entered =
  | { readonly answer: Response | Promise<Response> }
  | { readonly shown: Shown; readonly form: URLSearchParams }

/** Whoever may move money of the wallet that the address names, with what they sent. */
async function entered(request: UserRequest): Promise<Entered> {
  if (!mayMoveMoney(request)) return { answer: notAllowedPage(request) }
  const named = await namedMember(request)
  const wallet = named && (await request.commerce.wallets.find(named.merchant, named.member.id))
  if (named === undefined || wallet === undefined) return { answer: missingPage(request) }
  return { shown: { ...named, wallet }, form: new URLSearchParams(await request.c.req.text()) }
}

/** POST /members/:merchant/:id/money: nothing moves yet. */
export async function askToMove(request: UserRequest): Promise<Response> {
  const at = await entered(request)
  if ('answer' in at) return at.answer
  const { shown, form } = at
  const typed = readMove(form, shown.wallet)
  if (typed === undefined) return missingPage(request)
  if (typed instanceof Set) return formAgain(request, shown, { form, wrong: typed as Failed['wrong'] })
  const { what, amount, reason } = typed as Typed
  if (what === 'top-up') return topUpPage(request, shown, amount)
  const words = memberWords[request.lang]
  const { merchant, member, wallet } = shown
  const back = memberPath(request, merchant, member.id)
  return confirmPage(request, {
    title: words.whats[what],
    ...{ back, action: `${back}/money/${what}` },
    fields: { what, amount: form.get('amount') ?? '', reason },
    shown: [
      [words.member, nameOf(member)],
      [words.balance, moneyText(wallet.balance, request.lang)],
      [words.amount, html`<strong>${moneyText(amount, request.lang)}</strong>`],
      [words.reason, reason || undefined],
    ],
  })
}

async function formAgain(request: UserRequest, shown: Shown, failed: Failed): Promise<Response> {
  const words = memberWords[request.lang]
  const back = memberPath(request, shown.merchant, shown.member.id)
  return answerPage(request, {
    ...{ title: nameOf(shown.member), section: 'members', status: 422 },
    body: html`<p><a href="${back}">← ${words.toMember}</a></p>${moveForm(request, shown, failed)}`,
  })
}

/** POST /members/:merchant/:id/money/:what */
export async function moveNow(request: UserRequest): Promise<Response> {
  const at = await entered(request)
  if ('answer' in at) return at.answer
  const { shown, form } = at
  const typed = readMove(form, shown.wallet)
  if (typed === undefined || typed instanceof Set) return missingPage(request)
  const { what, amount, reason } = typed as Typed
  if (what === 'top-up' || what !== request.c.req.param('what')) return missingPage(request)
  const { merchant, member } = shown
  const { wallets } = request.commerce
  const asking = (key: string) => ({ merchant, memberId: member.id, key, amount, reason })
  const moves: Readonly<Record<Move, (key: string) => Promise<WalletResult>>> = {
    credit: (key) => wallets.credit(asking(key)),
    debit: (key) => wallets.debit(asking(key)),
    deposit: (key) => wallets.deposit(asking(key)),
    withdraw: (key) => wallets.withdraw(asking(key)),
  }
  return moveMoney(request, form.get('once') ?? '', {
    ...{ action: AUDITED[what], reference: String(member.id), title: nameOf(member) },
    ...{ back: memberPath(request, merchant, member.id), move: moves[what] },
  })
}

async function topUpPage(
  request: UserRequest,
  { merchant, member }: Shown,
  amount: Money,
): Promise<Response> {
  const { commerce, lang } = request
  const words = memberWords[lang]
  const back = memberPath(request, merchant, member.id)
  await audit(request, 'opened-top-up', member.id)
  const page = await asked(commerce.wallets.topUp({ merchant, memberId: member.id, amount }))
  const body = CraftgateError.is(page)
    ? whyNot(request, page)
    : html`<section class="card" aria-label="${words.topUp}"><p>${nameOf(member)} · <strong>${moneyText(amount, lang)}</strong> · ${moment(page.expiresAt, request)}</p>
        <p class="detail"><code>${page.url}</code></p><div class="qr" role="img" aria-label="${words.topUp}">${raw(qrCode(page.url))}</div><p class="help">${words.topUpLead}</p></section>`
  return answerPage(request, {
    ...{ title: words.topUp, section: 'members', status: CraftgateError.is(page) ? 422 : 200 },
    body: html`<p><a href="${back}">← ${words.toMember}</a></p>${body}`,
  })
}
