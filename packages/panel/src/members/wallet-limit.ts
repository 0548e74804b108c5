import { CraftgateError, type Money, money, type Wallet } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import type { UserRequest } from '../http/panel-request'
import { readPrice } from '../money/read-price'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { asked } from './asked'
import { mayMoveMoney, memberPath, type NamedMember, namedMember, nameOf } from './member-paths'
import { memberWords } from './words'

/** Lends a member money: how far below zero the wallet may go. */
export function limitForm(
  request: UserRequest,
  { merchant, member }: NamedMember,
  failed?: { readonly typed: string; readonly error: string },
): Html {
  const words = memberWords[request.lang]
  return html`<form class="stack" method="post" action="${memberPath(request, merchant, member.id)}/limit" autocomplete="off">
    <div class="field"><label for="limit">${words.lent}</label><input id="limit" name="limit" type="text" inputmode="decimal" maxlength="20" value="${failed?.typed ?? ''}" aria-describedby="limit-help limit-error" ${failed ? html`aria-invalid="true"` : ''}><p class="help" id="limit-help">${words.lentHelp}</p><p class="error" id="limit-error">${failed?.error ?? ''}</p></div>
    <div class="row"><button class="secondary" type="submit">${words.changeLimit}</button></div></form>`
}

/** POST /members/:merchant/:id/limit */
export async function changeLimit(request: UserRequest): Promise<Response> {
  const { c, commerce, lang } = request
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const named = await namedMember(request)
  const wallet = named && (await commerce.wallets.find(named.merchant, named.member.id))
  if (named === undefined || wallet === undefined) return missingPage(request)
  const { merchant, member } = named
  const typed = (new URLSearchParams(await c.req.text()).get('limit') ?? '').trim()
  const lent = readLent(typed, wallet)
  if (lent === undefined) return again(request, named, { typed, error: memberWords[lang].wrongLimit })
  await audit(request, 'changed-wallet-limit', member.id)
  const changed = await asked(commerce.wallets.changeLimit(merchant, wallet, lent))
  if (CraftgateError.is(changed))
    return again(request, named, { typed, error: changed.merchantMessage[lang] })
  return c.redirect(`${memberPath(request, merchant, member.id)}?done=changed-wallet-limit`, 303)
}

/** Zero is an answer here. */
const readLent = (typed: string, { balance: { currency } }: Wallet): Money | undefined =>
  /^0+([.,]0{1,3})?$/.test(typed) ? money(0, currency) : readPrice(typed, currency)

async function again(
  request: UserRequest,
  named: NamedMember,
  failed: { readonly typed: string; readonly error: string },
): Promise<Response> {
  const words = memberWords[request.lang]
  return answerPage(request, {
    ...{ title: nameOf(named.member), section: 'members', status: 422 },
    body: html`<p><a href="${memberPath(request, named.merchant, named.member.id)}">← ${words.toMember}</a></p>
      <section class="card" aria-label="${words.changeLimit}">${limitForm(request, named, failed)}</section>`,
  })
}
