import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { findInquiry, startInquiry } from '../../engine/loans/limit-inquiry'
import { ONE_TIME_CODE } from '../../engine/threeds/submit-otp'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { type Api, data, langOf } from '../api-context'
import { checkMerchantApm } from '../merchant/merchant-apms'
import { readBody } from '../read'
import { type Params, PERSON, requireBuyer } from './buyer-params'
import { actionView } from './loan-views'

/**
 * A buyer's loan limit, by a one-time code to his phone. No page of the portal describes it: the fields are the clients',
 * whose samples ask Zip; the rest is our reading. `additionalData` says the limit in lira.
 */
export function limitInquiryRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/bnpl-payments/limit-inquiry/init', (c) => {
    const request = readBody(c, inquiry)
    checkMerchantApm(ctx, c.get('merchant'), request)
    const buyer = normalized(request.additionalParams)
    requireBuyer(buyer, PERSON)
    startInquiry(ctx, c.get('merchant').apiKey, String(buyer.buyerPhoneNumber))
    return data(c, { paymentStatus: 'WAITING', ...actionView('OTP_REQUIRED') })
  })

  api.post('/payment/v1/bnpl-payments/limit-inquiry', (c) => {
    const request = readBody(c, inquiry)
    checkMerchantApm(ctx, c.get('merchant'), request)
    const buyer = normalized(request.additionalParams)
    requireBuyer(buyer, ['buyerPhoneNumber'])
    const found = findInquiry(ctx, c.get('merchant').apiKey, String(buyer.buyerPhoneNumber))
    if (!found) throw NOT_STARTED
    if (String(buyer.otpCode ?? '').trim() !== ONE_TIME_CODE) return data(c, wrongCode(langOf(c)))
    return data(c, { paymentStatus: 'SUCCESS', ...actionView('NONE'), additionalData: { limit: LIMIT } })
  })
}

const LIMIT = 25_000

const inquiry = z.object({
  apmType: z.literal('ZIP'),
  merchantApmId: z.number().int().optional(),
  additionalParams: z.record(z.string(), z.unknown()).default({}),
})

/** One sample writes the number with its country, another without. */
const normalized = (params: Params): Params => ({
  ...params,
  buyerPhoneNumber: String(params.buyerPhoneNumber ?? '').replace(/^(\+?90|0)(?=5)/, ''),
})

function wrongCode(lang: 'tr' | 'en') {
  const { code } = paymentError('APM_ERROR')
  const errorMessage = { tr: 'Doğrulama kodu yanlış', en: 'The code was wrong' }[lang]
  return { paymentStatus: 'FAILURE', ...actionView('NONE'), errorCode: code, errorMessage }
}

const NOT_STARTED = ApiError.invalid('4121', {
  tr: 'Bu telefon numarası için başlatılmış bir limit sorgusu yok',
  en: 'No limit inquiry was started for this phone number',
})
