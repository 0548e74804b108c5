import { CraftgateError, type Member } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountName } from '../ui/account-name'
import { badge } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { asked, whyNot } from './asked'
import { memberPath, namedMerchant, nameOf } from './member-paths'
import { merchantWalletCard } from './merchant-wallet'
import { memberWords } from './words'

const PAGE_SIZE = 25

interface Looked {
  readonly merchant: string
  readonly search: string
  readonly kind: 'all' | 'buyer' | 'seller'
  /** From 1. */
  readonly page: number
}

/** GET /members: the members of one account, with search; and the merchant's own wallet. */
export async function membersPage(request: UserRequest): Promise<Response> {
  const { lang, commerce } = request
  const merchant = namedMerchant(request)
  if (merchant === undefined) return missingPage(request)
  const looked = readLooked(request, merchant)
  const words = memberWords[lang]
  const [found, wallet] = await Promise.all([
    asked(commerce.members.search(merchant, queryOf(looked))),
    asked(commerce.wallets.ofMerchant(merchant)),
  ])
  const list = CraftgateError.is(found) ? whyNot(request, found) : listCard(request, looked, found)
  const own = CraftgateError.is(wallet) ? '' : merchantWalletCard(request, merchant, wallet)
  return answerPage(request, {
    title: request.words.sections.members,
    section: 'members',
    done: words.done,
    body: html`<p class="soft">${words.lead}</p>${filters(request, looked)}${list}${own}`,
  })
}

function readLooked({ c }: UserRequest, merchant: string): Looked {
  const kind = c.req.query('kind')
  const page = Number(c.req.query('page') ?? 1)
  return {
    merchant,
    search: (c.req.query('q') ?? '').trim().slice(0, 100),
    kind: kind === 'buyer' || kind === 'seller' ? kind : 'all',
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  }
}

/** An id has no blanks and has a digit or a sign that names hardly have. */
const isId = (search: string): boolean => /^[\w.:+-]*[\d:_][\w.:+-]*$/.test(search)

function queryOf({ search, kind, page }: Looked) {
  return {
    page: page - 1,
    ...(search !== '' && (isId(search) ? { memberExternalId: search } : { name: search })),
    ...(kind === 'buyer' && { isBuyer: true }),
    ...(kind === 'seller' && { isSubMerchant: true }),
  }
}

function filters(request: UserRequest, { merchant, search, kind }: Looked): Html {
  const words = memberWords[request.lang]
  const option = (name: Looked['kind']) =>
    html`<option value="${name}" ${name === kind ? html`selected` : ''}>${words.kinds[name]}</option>`
  const account = (name: string) =>
    html`<option value="${name}" ${name === merchant ? html`selected` : ''}>${accountName(request, name)}</option>`
  const { merchants } = request.user
  return html`<form class="card filters" method="get" action="${pathTo(request, '/members')}" role="search">
    <div class="field"><label for="q">${words.search}</label><input id="q" name="q" type="search" value="${search}" maxlength="100" autocomplete="off" aria-describedby="q-help"></div>
    <div class="field"><label for="kind">${words.kind}</label><select id="kind" name="kind">${(['all', 'buyer', 'seller'] as const).map(option)}</select></div>
    ${merchants.length > 1 ? html`<div class="field"><label for="merchant">${words.merchant}</label><select id="merchant" name="merchant">${merchants.map(account)}</select></div>` : html`<input type="hidden" name="merchant" value="${merchant}">`}
    <button class="primary" type="submit">${words.show}</button>
    <p class="help" id="q-help">${words.searchHelp}</p></form>`
}

interface Found {
  readonly members: readonly Member[]
  readonly count: number
}

function listCard(request: UserRequest, looked: Looked, { members, count }: Found): Html {
  const words = memberWords[request.lang]
  const { merchant, page } = looked
  const rows = members.map((member) => rowOf(request, merchant, member))
  const heads = [words.caption, words.kind, words.externalId, words.number]
  const to = (other: number, text: string) =>
    html`<a class="button secondary" href="${pathTo(request, '/members')}?${new URLSearchParams({ merchant, q: looked.search, kind: looked.kind, page: String(other) }).toString()}">${text}</a>`
  const create = `${pathTo(request, '/members/new')}?${new URLSearchParams({ merchant })}`
  return html`<section class="card" aria-label="${words.caption}">
    ${may(request, 'configure') ? html`<div class="row"><a class="button secondary" href="${create}">${words.newMember}</a></div>` : ''}
    ${table({ caption: words.caption, heads, rows, empty: words.none })}
    <div class="row"><p class="soft">${words.count(count)}</p>${page > 1 ? to(page - 1, words.newer) : ''}${page * PAGE_SIZE < count ? to(page + 1, words.older) : ''}</div></section>`
}

function rowOf(request: UserRequest, merchant: string, member: Member): readonly (Html | string)[] {
  const words = memberWords[request.lang]
  return [
    html`<a href="${memberPath(request, merchant, member.id)}">${nameOf(member)}</a>`,
    html`${roleOf(request, member)}${member.isActive ? '' : html` ${badge(words.passive, 'warn')}`}`,
    html`<code>${member.memberExternalId}</code>`,
    String(member.id),
  ]
}

export function roleOf({ lang }: UserRequest, { isBuyer, isSubMerchant }: Member): string {
  const { role } = memberWords[lang]
  if (isBuyer && isSubMerchant) return role.both
  return isSubMerchant ? role.seller : role.buyer
}
