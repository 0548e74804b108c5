import { exponentOf, toMinor, toText } from '../../money/minor'
import type { MultiPaymentService, MultiPaymentView } from '../../multi-payment-service'
import { merchantOf, type SandboxContext } from '../context'
import { isGone } from '../links/sales'
import { METHODS } from '../methods/methods'
import { returnPost } from '../threeds/callback'
import { findMultiPayment, paidParts } from './find-multi-payment'
import type { MultiPayment } from './multi-payment'
import { leastAmount, openAmount, openPart, takenParts } from './open-part'

/** What the page of a sum in parts asks of the engine. `changed` is called after everything that changed the state. */
export function createMultiPaymentService(ctx: SandboxContext, changed: () => void): MultiPaymentService {
  const callbackOf = ({ token, page }: MultiPayment) =>
    returnPost(ctx, { url: page.callbackUrl, fields: { token } })
  return {
    view(token) {
      const multi = findMultiPayment(ctx, token)
      return multi && viewOf(ctx, multi)
    },
    startPart(token, amount, back) {
      const multi = findMultiPayment(ctx, token)
      if (!multi || stateOf(ctx, multi) !== 'open') return undefined
      const minor = toMinor(amount, exponentOf(multi.page.currency))
      if (minor === undefined || minor < leastAmount(ctx, multi) || minor > openAmount(ctx, multi))
        return undefined
      const part = openPart(ctx, multi, { amount: minor, callbackUrl: `${ctx.url()}${back}` })
      changed()
      return part.token
    },
    takeReturn(token) {
      const multi = findMultiPayment(ctx, token)
      if (multi?.end !== 'COMPLETED' || multi.returned) return undefined
      multi.returned = true
      changed()
      return callbackOf(multi)
    },
    leave(token) {
      const multi = findMultiPayment(ctx, token)
      return multi && callbackOf(multi)
    },
  }
}

function stateOf(ctx: SandboxContext, multi: MultiPayment): MultiPaymentView['state'] {
  const { end, expiresAt, page, token } = multi
  if (end === 'COMPLETED') return 'completed'
  const isOver = end === 'EXPIRED' || ctx.clock.now() >= expiresAt
  return isOver || isGone(ctx, { ...page, multiPayment: token }) ? 'expired' : 'open'
}

function viewOf(ctx: SandboxContext, multi: MultiPayment): MultiPaymentView {
  const { currency, price, merchant } = multi.page
  const text = (minor: number) => toText(minor, exponentOf(currency))
  return {
    token: multi.token,
    state: stateOf(ctx, multi),
    merchantName: merchantOf(ctx, merchant).name,
    currency,
    price: text(price),
    open: text(openAmount(ctx, multi)),
    mustPayAll: leastAmount(ctx, multi) === openAmount(ctx, multi),
    pending: takenParts(ctx, multi).length > paidParts(ctx, multi).length,
    parts: paidParts(ctx, multi).map(({ price: part, method, card }) => ({
      price: text(part),
      label: METHODS[method].label,
      lastFour: card?.lastFour,
    })),
    expiresAt: new Date(multi.expiresAt),
  }
}
