import type { PageKind } from '../../engine/methods/method'
import type { Visit } from '../../engine/provider-pages/open-session'
import { missing } from '../apm/apm-requests'
import type { InitPosApm } from './pos-apm-requests'

/** What an app answers. Google Pay has none: its card comes with the request (`google-pay.ts`). */
export type InitAppPayment = InitPosApm & {
  readonly paymentProvider: Exclude<InitPosApm['paymentProvider'], 'GOOGLEPAY'>
}

/** How the shopper gets to his app and back. */
export interface PosApmFlow {
  readonly visit: Pick<Visit, 'callbackUrl' | 'page' | 'wayBack' | 'completedByMerchant'>
  readonly answer: 'html' | 'redirect' | 'app-link' | 'app-links'
}

/**
 * From a page the payment is taken in the app and the shopper comes back by the callback; from an app he is sent straight
 * to the merchant's app, and the merchant completes (api/payment/pay-with-ykb-worldpay, payment-with-garantipay-v2). The
 * names of the parameters are those of the official samples. Throws a validation error for what is missing.
 */
export function posApmFlow(request: InitAppPayment): PosApmFlow {
  switch (request.paymentProvider) {
    case 'YKB_WORLD_PAY':
      return worldPay(request)
    case 'YKB_WORLD_PAY_SHOPPING_LOAN':
      if (!textOf(request, 'shoppingLoanProductCode'))
        throw missing('additionalParams.shoppingLoanProductCode', 'shoppingLoanProductCode zorunludur')
      return worldPay(request, 'loan')
    case 'GARANTI_PAY':
      return garantiPay(request)
  }
}

function worldPay(request: InitPosApm, page?: PageKind): PosApmFlow {
  switch (textOf(request, 'sourceCode')) {
    case 'WEB2QR':
      return { answer: 'html', visit: fromPage(request, page ?? 'qr') }
    case 'WEB2APP':
      return { answer: 'html', visit: fromPage(request, page ?? 'app') }
    case 'APP2APP':
      return {
        answer: 'app-link',
        visit: { ...fromApp(request, 'redirectUrl', page), completedByMerchant: true },
      }
    default:
      throw missing('additionalParams.sourceCode', 'sourceCode WEB2QR, WEB2APP ya da APP2APP olmalıdır')
  }
}

/** "The call does not take the money, it confirms what came of the payment": the app takes it in both ways. */
function garantiPay(request: InitPosApm): PosApmFlow {
  switch (textOf(request, 'integrationType')) {
    case 'WEB2APP':
      return { answer: 'redirect', visit: fromPage(request, 'app') }
    case 'APP2APP':
      return { answer: 'app-links', visit: fromApp(request, 'mobileAppReturnUrl') }
    default:
      throw missing('additionalParams.integrationType', 'integrationType WEB2APP ya da APP2APP olmalıdır')
  }
}

const fromPage = ({ callbackUrl }: InitPosApm, page: PageKind): PosApmFlow['visit'] => ({
  ...{ callbackUrl, page, wayBack: 'pos-apm' },
})

function fromApp(request: InitPosApm, name: string, page: PageKind = 'app'): PosApmFlow['visit'] {
  const url = textOf(request, name)
  if (url === undefined || !URL.canParse(url))
    throw missing(`additionalParams.${name}`, `${name} zorunlu ya da geçersiz`)
  return { callbackUrl: url, page, wayBack: 'empty' }
}

function textOf({ additionalParams }: InitPosApm, name: string): string | undefined {
  const value = additionalParams[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
