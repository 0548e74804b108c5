import { CraftgateError } from '@craftgate-commerce/core'
import { isCurrency, logError } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { payoutAccountWords } from './payout-account-words'
import { answerAccounts, merchantNamed, payoutAccountsPath, textField } from './payout-accounts-page'

const ONCE = /^[0-9a-f-]{36}$/
const LONGEST = 100

/** GET /sellers/accounts */
export async function payoutAccountsPage(request: UserRequest): Promise<Response> {
  const merchant = merchantNamed(request)
  return merchant === undefined ? missingPage(request) : answerAccounts(request, merchant)
}

const typedIn = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').trim().slice(0, LONGEST)

/** POST /sellers/accounts/:account. The form bears a key: sent twice it adds one account. */
export async function addPayoutAccount(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const merchant = merchantNamed(request)
  if (merchant === undefined) return missingPage(request)
  const form = new URLSearchParams(await request.c.req.text())
  const [externalAccountId, currency, typed] = ['externalAccountId', 'currency', 'seller'].map((name) =>
    typedIn(form, name),
  ) as [string, string, string]
  const seller = typed === '' ? undefined : Number(typed)
  const idempotencyKey = form.get('once') ?? ''
  const wrong = new Set([
    ...(externalAccountId === '' || !ONCE.test(idempotencyKey) ? ['externalAccountId'] : []),
    ...(isCurrency(currency) ? [] : ['currency']),
    ...(seller === undefined || (Number.isSafeInteger(seller) && seller > 0) ? [] : ['seller']),
  ])
  if (wrong.size > 0 || !isCurrency(currency)) return answerAccounts(request, merchant, { form, wrong })
  const account = { externalAccountId, currency, seller, idempotencyKey }
  await audit(request, 'asked-for-payout-account', merchant)
  const made = await attempted(request, () =>
    request.commerce.marketplace.payoutAccounts.create(merchant, account),
  )
  if (CraftgateError.is(made)) return answerAccounts(request, merchant, { form, wrong, refused: made })
  await audit(request, 'added-payout-account', made.id)
  return backTo(request, merchant, 'added-account')
}

/** GET /sellers/accounts/:account/:id: the id of the account at Wise is the only thing that changes; the rest is a new account. */
export const payoutAccountPage = (request: UserRequest): Promise<Response> | Response =>
  answerAccount(request)

function answerAccount(
  request: UserRequest,
  wrong?: { readonly typed: string; readonly refused?: CraftgateError },
): Promise<Response> | Response {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = accountNamed(request)
  if (named === undefined) return missingPage(request)
  const { merchant, id } = named
  const { c, lang } = request
  const words = payoutAccountWords[lang]
  const path = `${payoutAccountsPath(request, merchant)}/${id}`
  const value = wrong?.typed ?? (c.req.query('externalAccountId') ?? '').slice(0, LONGEST)
  const error = wrong && !wrong.refused ? words.wrong.externalAccountId : ''
  return answerPage(request, {
    title: words.changeOf(id),
    section: 'sellers',
    status: wrong ? 422 : 200,
    body: html`<p><a href="${accountsOf(request, merchant)}">← ${words.toAccounts}</a></p>
      ${wrong?.refused ? notice(wrong.refused.merchantMessage[lang], 'bad') : ''}
      <form class="card stack" method="post" action="${path}" autocomplete="off">
        ${textField({ name: 'externalAccountId', label: words.externalId, value, help: words.externalIdHelp, error })}
        <div class="row"><button class="primary" type="submit">${words.save}</button></div></form>
      <section class="card" aria-labelledby="remove"><h2 id="remove">${words.remove}</h2><p class="help">${words.removeHelp}</p>
        <form method="post" action="${path}/remove"><button class="danger" type="submit">${words.remove}</button></form></section>`,
  })
}

/** POST /sellers/accounts/:account/:id. Written whole, so a second press changes nothing. */
export async function changePayoutAccount(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = accountNamed(request)
  if (named === undefined) return missingPage(request)
  const { merchant, id } = named
  const typed = typedIn(new URLSearchParams(await request.c.req.text()), 'externalAccountId')
  if (typed === '') return answerAccount(request, { typed })
  await audit(request, 'changed-payout-account', id)
  const refused = await attempted(request, () =>
    request.commerce.marketplace.payoutAccounts.update(merchant, id, typed),
  )
  if (CraftgateError.is(refused)) return answerAccount(request, { typed, refused })
  return backTo(request, merchant, 'changed-account')
}

/** POST /sellers/accounts/:account/:id/remove */
export async function removePayoutAccount(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = accountNamed(request)
  if (named === undefined) return missingPage(request)
  const { merchant, id } = named
  await audit(request, 'removed-payout-account', id)
  const refused = await attempted(request, () =>
    request.commerce.marketplace.payoutAccounts.delete(merchant, id),
  )
  if (CraftgateError.is(refused)) return answerAccount(request, { typed: '', refused })
  return backTo(request, merchant, 'removed-account')
}

function accountNamed(request: UserRequest) {
  const merchant = merchantNamed(request)
  const id = Number(request.c.req.param('id'))
  return merchant === undefined || !Number.isSafeInteger(id) || id < 1 ? undefined : { merchant, id }
}

/** What Craftgate answered, or why it did not. */
async function attempted<T>({ host }: UserRequest, call: () => Promise<T>): Promise<T | CraftgateError> {
  try {
    return await call()
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not write a payout account', logError(error))
    return error
  }
}

const accountsOf = (request: UserRequest, merchant: string): string =>
  `${payoutAccountsPath(request, merchant).replace(/\/[^/]*$/, '')}?${new URLSearchParams({ account: merchant })}`

const backTo = (request: UserRequest, merchant: string, done: string): Response =>
  request.c.redirect(`${accountsOf(request, merchant)}&done=${done}`, 303)
