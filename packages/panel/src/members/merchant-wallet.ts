import { CraftgateError, fromDecimal, toDecimal, type Wallet } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { asked, whyNot } from './asked'
import { mayMoveMoney, membersPath, namedMerchant } from './member-paths'
import { confirmPage, moveMoney } from './moving'
import { memberWords } from './words'

const resetPath = (request: UserRequest, merchant: string): string =>
  pathTo(request, `/members/${encodeURIComponent(merchant)}/wallet/reset`)

/** The merchant's own wallet, out of which remittances go. */
export function merchantWalletCard(request: UserRequest, merchant: string, { balance }: Wallet): Html {
  const words = memberWords[request.lang]
  const mayReset = mayMoveMoney(request) && balance.minor !== 0
  return html`<section class="card" aria-labelledby="merchant-wallet"><h2 id="merchant-wallet">${words.merchantWallet}</h2>
    ${facts([[words.balance, html`<strong>${moneyText(balance, request.lang)}</strong>`]])}<p class="help">${words.merchantWalletHelp}</p>
    ${mayReset ? html`<div class="row"><a class="button secondary" href="${resetPath(request, merchant)}">${words.reset}</a></div>` : ''}</section>`
}

/** GET /members/:merchant/wallet/reset. The form bears the balance that was seen: another one by now is not reset. */
export async function resetPage(request: UserRequest): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const merchant = namedMerchant(request)
  if (merchant === undefined) return missingPage(request)
  const words = memberWords[request.lang]
  const wallet = await asked(request.commerce.wallets.ofMerchant(merchant))
  if (CraftgateError.is(wallet))
    return answerPage(request, { title: words.reset, section: 'members', body: whyNot(request, wallet) })
  const { balance } = wallet
  const shown = moneyText(balance, request.lang)
  return confirmPage(request, {
    ...{ title: words.reset, back: membersPath(request, merchant), action: resetPath(request, merchant) },
    ...{ lead: words.resetLead(shown), shown: [[words.balance, html`<strong>${shown}</strong>`]] },
    fields: { balance: toDecimal(balance), currency: balance.currency },
  })
}

/** POST /members/:merchant/wallet/reset */
export async function resetWallet(request: UserRequest): Promise<Response> {
  if (!mayMoveMoney(request)) return notAllowedPage(request)
  const merchant = namedMerchant(request)
  const form = new URLSearchParams(await request.c.req.text())
  const seen = form.get('balance') ?? ''
  if (merchant === undefined || !/^-?\d+(\.\d+)?$/.test(seen) || form.get('currency') !== 'TRY')
    return missingPage(request)
  const balance = fromDecimal(seen, 'TRY')
  return moveMoney(request, form.get('once') ?? '', {
    ...{ action: 'reset-merchant-wallet', reference: merchant, title: memberWords[request.lang].reset },
    back: membersPath(request, merchant),
    move: (key) => request.commerce.wallets.reset({ merchant, key, balance }),
  })
}
