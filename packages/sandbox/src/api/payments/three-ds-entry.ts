import type { SandboxContext } from '../../engine/context'
import { redirectHtml } from '../redirect-html'

/** How the shopper gets to the bank's page: as HTML for the merchant's page, and as an address. */
export function threeDSEntry(ctx: SandboxContext, session: string) {
  const redirectUrl = `${ctx.url()}/3ds/${session}`
  return { htmlContent: redirectHtml(redirectUrl, '3D Secure'), redirectUrl }
}

/** developer.craftgate.io/api/payment/create-3d-secure-payment */
export const initView = (ctx: SandboxContext, paymentId: number, session: string) => ({
  ...threeDSEntry(ctx, session),
  paymentId,
  paymentStatus: 'INIT_THREEDS',
  additionalAction: 'SHOW_HTML_CONTENT',
})
