import { merchantOf, type SandboxContext } from '../../engine/context'
import type { Payment } from '../../engine/payments/payment'
import { redirectHtml } from '../redirect-html'

/** How the shopper gets to the bank's page: as HTML for the merchant's page, and as an address. */
export function threeDSEntry(ctx: SandboxContext, session: string) {
  const redirectUrl = `${ctx.url()}/3ds/${session}`
  return { htmlContent: redirectHtml(redirectUrl, '3D Secure'), redirectUrl }
}

/**
 * developer.craftgate.io/api/payment/create-3d-secure-payment. The portal names both actions and does not say which bank answers
 * with which, so the seed does.
 */
export function initView(ctx: SandboxContext, { id, pos, merchant }: Payment, session: string) {
  const { htmlContent, redirectUrl } = threeDSEntry(ctx, session)
  const { poses } = merchantOf(ctx, merchant)
  const isRedirect = poses.find(({ alias }) => alias === pos?.alias)?.threeDSEntry === 'redirect'
  return {
    ...(isRedirect ? {} : { htmlContent }),
    redirectUrl,
    paymentId: id,
    paymentStatus: 'INIT_THREEDS',
    additionalAction: isRedirect ? 'REDIRECT_TO_URL' : 'SHOW_HTML_CONTENT',
  }
}
