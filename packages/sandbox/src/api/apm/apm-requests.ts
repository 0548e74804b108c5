import type { Schema } from '@craftgate-commerce/openapi'
import { z } from 'zod'
import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { checkEntry } from '../../engine/provider-pages/check-entry'
import { ApiError } from '../../errors/api-error'
import type { MethodEntry } from '../../hosted-page-service'
import { paymentFacts } from '../fields'
import { requireCurrency } from './method-rules'

/** The description has checked the name before. */
export const isMethodName = (name: string): name is MethodName => name in METHODS
export const apmType = z.string().refine(isMethodName)

/** developer.craftgate.io/api/payment/fund_transfer_and_cod */
export const createApm = paymentFacts.extend({
  apmType: apmType.refine((name) => METHODS[name].paymentProvider === 'OFFLINE'),
  apmOrderId: z.string().optional(),
})

/** What a merchant says of the shopper to a provider. */
export const apmEntry = {
  merchantApmId: z.number().int().optional(),
  apmOrderId: z.string().optional(),
  apmUserIdentity: z.union([z.string(), z.number()]).optional(),
  additionalParams: z.record(z.string(), z.unknown()).default({}),
}

/** developer.craftgate.io/api/payment/pay-with-apm */
export const initApm = paymentFacts.extend({ ...apmEntry, apmType, callbackUrl: z.string().optional() })

export const completeApm = z.object({
  paymentId: z.number().int(),
  additionalParams: z.record(z.string(), z.unknown()).default({}),
})

export type InitApm = z.output<typeof initApm>
export type CreateApm = z.output<typeof createApm>

/** Names under which `additionalParams` carries the same thing (alternative-payment-methods/*). */
const PHONES = ['buyerPhoneNumber', 'paycellGsmNumber', 'phone']
const CODES = ['otpCode', 'passCode', 'verificationCode', 'smsCode']

const textOf = (params: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined => {
  const found = names.map((name) => params[name]).find((value) => value !== undefined)
  return found === undefined ? undefined : String(found)
}

export const codeOf = (params: Readonly<Record<string, unknown>>): string | undefined => textOf(params, CODES)

/** What a tab would have asked of the shopper, as a merchant sends it. Throws a validation error for what is missing. */
export function readEntry(
  request: Pick<InitApm, 'apmType' | 'additionalParams' | 'currency' | 'apmUserIdentity'>,
): Omit<MethodEntry, 'method'> {
  const { apmType: method, additionalParams: params, currency } = request
  const row = METHODS[method]
  requireCurrency(method, currency)
  const identity = request.apmUserIdentity === undefined ? undefined : String(request.apmUserIdentity)
  const entry = {
    phone: textOf(params, PHONES) ?? identity,
    cardNumber: textOf(params, ['cardNumber']) ?? identity,
    code: textOf(params, ['sodexoCode']),
    bankCode: textOf(params, ['bankCode']),
  }
  const invalid = checkEntry(row, { method, ...entry })
  if (invalid?.kind === 'invalid') throw missing(invalid.field, invalid.description)
  checkIdentity(method, identity)
  if (method === 'KLARNA' && (params.country === undefined || params.locale === undefined))
    throw missing('additionalParams.country, locale', 'Klarna için ülke ve dil zorunludur')
  return entry
}

const NAMED: readonly Schema<'ApmType'>[] = ['PAYONEER', 'CHIPPIN']

function checkIdentity(method: MethodName, identity: string | undefined): void {
  if (identity === undefined && NAMED.some((name) => name === method))
    throw missing('apmUserIdentity', 'apmUserIdentity zorunludur')
}

export const missing = (field: string, tr: string) =>
  ApiError.invalid('4090', { tr, en: `"${field}" is missing or not valid for this way to pay` })
