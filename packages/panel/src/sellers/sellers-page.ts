import { CraftgateError, type Member } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountTitle, labelOf } from '../ui/account-name'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { daysAsked } from './account-asked'
import { payoutAccountWords } from './payout-account-words'
import { sellerWords } from './words'

const LONGEST = 100

/** GET /sellers */
export async function sellersPage(request: UserRequest): Promise<Response> {
  const { c, lang, user } = request
  const words = sellerWords[lang]
  const name = (c.req.query('q') ?? '').trim().slice(0, LONGEST)
  const lists = await Promise.all(user.merchants.map((merchant) => listOf(request, merchant, name)))
  return answerPage(request, {
    title: request.words.sections.sellers,
    section: 'sellers',
    done: words.done,
    body: html`<div class="head"><p class="soft">${words.lead}</p>
        <p class="row"><a class="button secondary" href="${pathTo(request, '/sellers/payouts')}">${words.payouts}</a>
        <a class="button secondary" href="${pathTo(request, '/sellers/accounts')}">${payoutAccountWords[lang].title}</a></p></div>
      <form class="row" method="get" action="${pathTo(request, '/sellers')}" role="search">
        <div class="field"><label for="q">${words.search}</label><input id="q" name="q" value="${name}" maxlength="${LONGEST}"></div>
        <button class="secondary" type="submit">${words.find}</button>
      </form>${lists}`,
  })
}

/** An account that cannot be asked does not hide the others, and each is turned by itself. */
async function listOf(request: UserRequest, merchant: string, name: string): Promise<Html> {
  const { c, commerce, lang, user } = request
  const words = sellerWords[lang]
  const isTurned = (c.req.query('account') ?? user.merchants[0]) === merchant
  const page = isTurned ? pageAsked(request) : 1
  const search = { isSubMerchant: true, page: page - 1, ...(name !== '' && { name }) }
  const found = await commerce.members.search(merchant, search).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const title = accountTitle(request, merchant)
  if (CraftgateError.is(found)) return html`${title}${notice(found.merchantMessage[lang], 'bad')}`
  const rows = found.members.map((member) => rowOf(request, merchant, member))
  const heads = [words.number, words.name, words.ownId, words.earnings, words.statement]
  const path = pathTo(request, '/sellers')
  const query = { account: merchant, ...(name !== '' && { q: name }) }
  const add = `${pathTo(request, '/members/new')}?${new URLSearchParams({ merchant, as: 'seller' })}`
  return html`<section class="card" aria-label="${labelOf(request, merchant, words.caption)}">${title}
    ${may(request, 'configure') ? html`<p><a class="button secondary" href="${add}">${words.add}</a></p>` : ''}
    ${table({ caption: words.caption, heads, rows, empty: words.none })}
    ${otherPages({ path, query, page, count: found.count, words })}</section>`
}

function rowOf(request: UserRequest, merchant: string, member: Member): readonly (Html | string)[] {
  const words = sellerWords[request.lang]
  const { from, to } = daysAsked(request)
  const query = new URLSearchParams({ account: merchant, seller: String(member.id), from, to })
  const csv = `${pathTo(request, '/sellers/statement.csv')}?${query}`
  const person = [member.contactName, member.contactSurname].filter(Boolean).join(' ')
  return [
    html`<code>${member.id}</code>`,
    html`<a href="${pathTo(request, `/members/${encodeURIComponent(merchant)}/${member.id}`)}">${member.name ?? member.legalCompanyTitle ?? person}</a>`,
    member.memberExternalId || '–',
    words.destinations[member.settlementEarningsDestination ?? 'IBAN'],
    html`<a href="${csv}">${words.statement}</a>`,
  ]
}
