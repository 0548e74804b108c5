import type { SandboxContext } from '../../engine/context'

/** How the shopper gets to the bank's page: as HTML for the merchant's page, and as an address. */
export function threeDSEntry(ctx: SandboxContext, session: string) {
  const redirectUrl = `${ctx.url()}/3ds/${session}`
  return { htmlContent: Buffer.from(threeDSHtml(redirectUrl), 'utf8').toString('base64'), redirectUrl }
}

/** developer.craftgate.io/api/payment/create-3d-secure-payment */
export const initView = (ctx: SandboxContext, paymentId: number, session: string) => ({
  ...threeDSEntry(ctx, session),
  paymentId,
  paymentStatus: 'INIT_THREEDS',
  additionalAction: 'SHOW_HTML_CONTENT',
})

/** The form that sends the shopper's browser to the bank; `url` is ours, so it needs no escaping. */
const threeDSHtml = (url: string): string => `<!doctype html>
<html lang="tr">
<head><meta charset="utf-8"><title>3D Secure</title></head>
<body onload="document.forms[0].submit()">
<form method="post" action="${url}"><noscript><button type="submit">Devam</button></noscript></form>
</body>
</html>
`
