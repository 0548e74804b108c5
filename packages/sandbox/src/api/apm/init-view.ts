import type { SandboxContext } from '../../engine/context'
import { METHODS } from '../../engine/methods/methods'
import type { ApmStarted } from '../../engine/provider-pages/start-by-api'
import type { Lang } from '../api-context'
import { errorView } from '../payments/payment-view'
import { redirectHtml } from '../redirect-html'

/** What is to be done next for a payment that was started (developer.craftgate.io/api/payment/pay-with-apm). */
export function initView(ctx: SandboxContext, { payment, session }: ApmStarted, lang: Lang) {
  const view = {
    paymentId: payment.id,
    paymentStatus: payment.status,
    paymentError: payment.error && errorView(payment.error, lang),
  }
  const { page, label } = METHODS[payment.method]
  if (session === undefined)
    return { ...view, additionalAction: payment.status === 'WAITING' ? 'OTP_REQUIRED' : 'NONE' }
  const redirectUrl = `${ctx.url()}/apm/${session.id}`
  if (page === 'transfer')
    return {
      ...view,
      additionalAction: 'SHOW_HTML_CONTENT',
      htmlContent: redirectHtml(redirectUrl, label.tr),
    }
  // The picture is ours to draw nowhere: the text of the QR code is the page where a test person "scans" it.
  if (page === 'qr') return { ...view, additionalAction: 'SHOW_QR_CODE', qrCode: redirectUrl }
  return { ...view, additionalAction: 'REDIRECT_TO_URL', redirectUrl }
}
