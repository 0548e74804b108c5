import type { SandboxContext } from '../../engine/context'
import { API_METHODS } from '../../engine/methods/api-methods'
import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { isMethodName } from '../apm/apm-requests'

interface MerchantApm {
  readonly id: number
  readonly apmType: MethodName
}

/** The alternative payments that are open for a merchant; ids count the seed's merchants and the methods. */
export function merchantApms({ merchants }: SandboxContext, merchant: Merchant): readonly MerchantApm[] {
  const first = 1000 * (merchants.indexOf(merchant) + 1)
  const open = [...merchant.paymentMethods, ...Object.keys(API_METHODS)]
  return Object.keys(METHODS)
    .filter(isMethodName)
    .map((apmType, index) => ({ apmType, id: first + index + 1 }))
    .filter(({ apmType }) => METHODS[apmType].paymentType === 'APM' && open.includes(apmType))
}

/** "To be sent where a merchant has several of one type" (pay-with-apm). Throws a validation error for one of another type. */
export function checkMerchantApm(
  ctx: SandboxContext,
  merchant: Merchant,
  { merchantApmId, apmType }: { readonly merchantApmId?: number; readonly apmType: MethodName },
): void {
  if (merchantApmId === undefined) return
  const found = merchantApms(ctx, merchant).find(({ id }) => id === merchantApmId)
  if (found?.apmType !== apmType) throw NO_SUCH_APM
}

const NO_SUCH_APM = ApiError.invalid('4093', {
  tr: '"merchantApmId" bu ödeme yöntemine ait bir APM değil',
  en: '"merchantApmId" is none of the merchant’s alternative payments of this type (GET /merchant/v1/merchant-apms)',
})
