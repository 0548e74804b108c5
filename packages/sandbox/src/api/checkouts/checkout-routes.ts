import {
  expireCheckout,
  openCheckout,
  paymentOf,
  requireCheckout,
} from '../../engine/checkouts/find-checkout'
import type { SandboxContext } from '../../engine/context'
import { type Api, data, langOf, nothing } from '../api-context'
import { paymentView } from '../payments/payment-view'
import { readBody } from '../read'
import { checkoutInput, initCheckout } from './checkout-request'
import { openedPage } from './opened-page'

/** developer.craftgate.io/api/payment/common-payment-page */
export function checkoutRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/checkout-payments/init', (c) => {
    const request = readBody(c, initCheckout)
    const checkout = openCheckout(ctx, checkoutInput(ctx, c.get('merchant'), request), request.ttl)
    return data(c, openedPage(ctx, checkout))
  })

  api.get('/payment/v1/checkout-payments/:token', (c) => {
    const checkout = requireCheckout(ctx, c.get('merchant').apiKey, c.req.param('token'))
    return data(c, paymentView(paymentOf(ctx, checkout), langOf(c)))
  })

  api.delete('/payment/v1/checkout-payments/:token', (c) => {
    expireCheckout(ctx, requireCheckout(ctx, c.get('merchant').apiKey, c.req.param('token')))
    return nothing(c)
  })
}
