import type { Member, Wallet, WalletMove } from '@craftgate-commerce/core'
import { isRefundableMove } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { mayMoveMoney, memberPath } from './member-paths'
import { memberWords } from './words'

interface Shown {
  readonly merchant: string
  readonly member: Member
  readonly wallet: Wallet
}

/** What moved in a wallet, a page of it. */
export async function movesCard(request: UserRequest, { merchant, member, wallet }: Shown): Promise<Html> {
  const { commerce, lang } = request
  const words = memberWords[lang]
  const page = pageAsked(request)
  const { moves, count } = await commerce.wallets.moves(merchant, wallet, { page: page - 1 })
  const at = memberPath(request, merchant, member.id)
  const heads = [
    words.move,
    words.when,
    `${words.amount}#`,
    ...(mayMoveMoney(request) ? [words.sendBack] : []),
  ]
  const rows = moves.map((move) => rowOf(request, at, move))
  return html`<section class="card" aria-labelledby="moves"><h2 id="moves">${words.moves}</h2>
    ${table({ caption: words.moves, heads, rows, empty: words.noMoves })}
    ${otherPages({ path: at, page, count, words })}</section>`
}

function rowOf(request: UserRequest, at: string, move: WalletMove): readonly (Html | string)[] {
  const { lang } = request
  const words = memberWords[lang]
  const names: Readonly<Record<string, string>> = words.moveTypes
  const back = isRefundableMove(move)
    ? html`<a href="${at}/moves/${move.id}">${words.sendBack} <span class="hidden">${move.id}</span></a>`
    : ''
  return [
    names[move.type] ?? move.type,
    moment(move.at, request),
    moneyText(move.amount, lang),
    ...(mayMoveMoney(request) ? [back] : []),
  ]
}
