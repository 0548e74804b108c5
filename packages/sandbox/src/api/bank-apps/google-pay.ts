import type { SandboxContext } from '../../engine/context'
import { googleCardIn } from '../../engine/device-cards/google-token'
import { requireOpenMethod } from '../../engine/methods/open-method'
import { pay } from '../../engine/payments/pay'
import { startThreeDS } from '../../engine/threeds/start'
import { type ApiContext, langOf } from '../api-context'
import { missing } from '../apm/apm-requests'
import { errorView } from '../payments/payment-view'
import { initView } from '../payments/three-ds-entry'
import { bankAppCharge } from './bank-app-sale'
import type { InitPosApm } from './pos-apm-requests'

/**
 * Google Pay by the token of pay.js. The clients name the provider only, and the portal no parameter of it: whichever
 * additional parameter holds Google's signed token is taken. A card that the device proved is charged at once; one that it
 * did not goes to its bank, comes back by the callback of 3D Secure, and waits for the complete call.
 */
export function googlePayView(ctx: SandboxContext, c: ApiContext, request: InitPosApm) {
  const card = Object.values(request.additionalParams)
    .map(googleCardIn)
    .find((found) => found !== undefined)
  if (card === undefined) throw missing('additionalParams', 'Google Pay token değeri zorunludur')
  requireOpenMethod(c.get('merchant'), 'GOOGLEPAY')
  const threeDS = card.proof === 'PAN_ONLY'
  const charge = { ...bankAppCharge(ctx, c, request, 'GOOGLEPAY'), method: 'GOOGLEPAY' as const, threeDS }
  if (!threeDS) return chargedView(pay(ctx, charge, card), c)
  const { callbackUrl } = request
  const started = startThreeDS(ctx, charge, card, { callbackUrl, callbackVersion: 1 })
  if ('refused' in started) return chargedView(started.payment, c)
  const { redirectUrl: _address, ...view } = initView(ctx, started.payment, started.session.id)
  return view
}

const chargedView = ({ id, status, error }: ReturnType<typeof pay>, c: ApiContext) => ({
  ...{ paymentId: id, paymentStatus: status, additionalAction: 'NONE' },
  paymentError: error && errorView(error, langOf(c)),
})
