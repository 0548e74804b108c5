import { isUnexpected } from '@craftgate-commerce/core/adapter'
import { type Html, moneyText } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { PANEL_PATH } from '../../panel/panel-site'
import type { PaymentView } from './payment-view'

/** To the panel's page, where the merchant decides about money that no order took: of it Shopify knows nothing. */
export const unexpectedLinks = (
  { messages, lang }: AuthenticatedRequest,
  { attempts }: PaymentView,
): readonly Html[] =>
  attempts.filter(isUnexpected).map(({ reference, attempt, expected }) => {
    const path = `${PANEL_PATH}/unexpected/${encodeURIComponent(reference)}/${attempt}`
    return html`<a class="button secondary" href="${path}">${messages.payment.unexpected(moneyText(expected, lang))}</a>`
  })
