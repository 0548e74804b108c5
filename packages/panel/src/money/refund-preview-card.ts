import { CraftgateError, type Localized, type RefundPreview } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import type { Lang } from '../words'
import { actionsOf, paidOf } from './actions'
import { readPrice } from './read-price'
import { amountField, refundFacts } from './refund-forms'
import { moneyWords } from './words'

export interface RefundPreviewCard {
  readonly view: Html | ''
  /** What was typed is no amount. */
  readonly isWrong: boolean
}

interface Unavailable {
  readonly state: 'unavailable'
  readonly message: Localized
}

const NONE: RefundPreviewCard = { view: '', isWrong: false }

/**
 * What a refund would give back of all that is left, or of `?amount=`, where it is made in the platform's own admin: that
 * names the order's amount only.
 */
export async function refundPreviewCard(
  request: UserRequest,
  payment: PanelPaymentDetail,
): Promise<RefundPreviewCard> {
  const { c, host, user, lang, commerce } = request
  const elsewhere = host.moneyElsewhere?.(user)
  const paid = paidOf(payment)
  if (elsewhere === undefined || paid === undefined || !user.permissions.includes('refund')) return NONE
  if (may(request, 'refund', payment.attempt) || !actionsOf(paid).includes('refund')) return NONE
  const words = moneyWords[lang]
  const { account, facts: told } = paid
  const typed = c.req.query('amount')?.trim() ?? ''
  const amount = typed === '' ? undefined : readPrice(typed, told.price.currency)
  const isWrong = typed !== '' && amount === undefined
  const preview = isWrong
    ? undefined
    : await previewed(() => commerce.previewRefund({ account, paymentId: told.paymentId, amount }))
  const points = told.pointsUsed && moneyText(told.pointsUsed, lang)
  const view = html`<section class="card" aria-labelledby="refund-preview"><h2 id="refund-preview">${words.previewTitle}</h2>
    <p class="help">${words.previewHelp} ${elsewhere.text[lang]}</p>
    ${preview === undefined ? '' : previewView(preview, lang)}
    ${points === undefined ? '' : html`<p class="help">${words.pointsBack(points)}</p>`}
    <form class="row" method="get">${amountField(request, { isWrong, shown: preview?.state === 'possible' ? preview.price : undefined })}
      <button class="secondary" type="submit">${words.show}</button></form></section>`
  return { view, isWrong }
}

const previewView = (preview: RefundPreview | Unavailable, lang: Lang): Html =>
  preview.state === 'possible'
    ? facts(refundFacts({ preview, destination: 'source' }, lang))
    : notice(preview.message[lang], 'warn')

/** The page stands while Craftgate cannot be asked, and says why this is missing. */
async function previewed(ask: () => Promise<RefundPreview>): Promise<RefundPreview | Unavailable> {
  try {
    return await ask()
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    return { state: 'unavailable', message: error.merchantMessage }
  }
}
