import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import type { MealCardTokenization } from '../../engine/meal-cards/tokenization'
import { completeTokenization, maskOf, requireTokenization } from '../../engine/meal-cards/tokenize'
import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { requireOpenMethod } from '../../engine/methods/open-method'
import { ApiError } from '../../errors/api-error'
import { type Api, data } from '../api-context'
import { missing } from '../apm/apm-requests'
import { httpUrl } from '../fields'
import { readBody } from '../read'
import { redirectHtml } from '../redirect-html'

const cardData = z.object({
  cardNumber: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  userReferenceNumber: z.string().min(1).optional(),
  gsmNumber: z
    .string()
    .regex(/^(90|0)?5\d{9}$/)
    .optional(),
  callbackUrl: httpUrl.optional(),
})

type CardData = z.output<typeof cardData>

const TOKENIZING = ['SETCARD', 'METROPOL', 'MULTINET', 'SODEXO', 'PLUXEE'] as const
const isTokenizing = (name: string): name is (typeof TOKENIZING)[number] =>
  TOKENIZING.some((each) => each === name)

const init = z.object({ apmType: z.string(), mealVoucherCardTokenizationData: cardData })
const regenerate = z.object({ mealVoucherCardTokenizationData: cardData })
const complete = z.object({ validationCode: z.string().optional() })

const ROOT = '/payment/v1/meal-voucher/card-tokenizations'

/**
 * Keeps a meal card for later payments. The portal has no page on it and no call that is described pays with the
 * fingerprint; what each card needs is read off the Java client's builders, and the balance is ours.
 */
export function mealCardRoutes(api: Api, ctx: SandboxContext): void {
  api.post(`${ROOT}/init`, (c) => {
    const { apmType: method, mealVoucherCardTokenizationData: card } = readBody(c, init)
    if (!isTokenizing(method)) throw NOT_TOKENIZED
    const merchant = c.get('merchant')
    requireOpenMethod(merchant, method)
    const tokenization: MealCardTokenization = {
      ...{ merchant: merchant.apiKey, sessionId: randomUUID(), method },
      ...{ proof: method === 'METROPOL' ? ('code' as const) : ('page' as const) },
      ...{ startedAt: ctx.clock.now(), answered: false, wrongCodes: 0, completed: false },
    }
    begin(tokenization, card)
    ctx.state.mealCardTokenizations.push(tokenization)
    return data(c, startedView(ctx, tokenization))
  })

  api.post(`${ROOT}/:sessionId/regenerate`, (c) => {
    const { mealVoucherCardTokenizationData: card } = readBody(c, regenerate)
    const tokenization = requireTokenization(ctx, c.get('merchant').apiKey, c.req.param('sessionId'))
    begin(tokenization, card)
    Object.assign(tokenization, { startedAt: ctx.clock.now(), answered: false, wrongCodes: 0 })
    return data(c, startedView(ctx, tokenization))
  })

  api.post(`${ROOT}/:sessionId/complete`, (c) => {
    const { validationCode } = readBody(c, complete)
    const tokenization = requireTokenization(ctx, c.get('merchant').apiKey, c.req.param('sessionId'))
    const { masked, fingerprint } = completeTokenization(ctx, tokenization, validationCode)
    const { sessionId } = tokenization
    return data(c, { sessionId, maskedCardNumber: masked, fingerprint, balance: BALANCE })
  })
}

const BALANCE = 500

/** Throws a validation error for what this card needs and the request lacks. */
function begin(tokenization: MealCardTokenization, card: CardData): void {
  const { method, proof } = tokenization
  requireOf(card, needsOf(method))
  tokenization.card = undefined
  if (proof === 'code' && card.cardNumber !== undefined) tokenization.card = maskOf(method, card.cardNumber)
  tokenization.callbackUrl = card.callbackUrl
}

function needsOf(method: MethodName): readonly (keyof CardData)[] {
  if (method === 'METROPOL') return ['userReferenceNumber', 'cardNumber', 'gsmNumber']
  return method === 'MULTINET' ? ['userReferenceNumber', 'callbackUrl'] : ['callbackUrl']
}

function requireOf(card: CardData, names: readonly (keyof CardData)[]): void {
  for (const name of names)
    if (card[name] === undefined)
      throw missing(`mealVoucherCardTokenizationData.${name}`, `${name} zorunludur`)
}

function startedView(ctx: SandboxContext, { sessionId, proof, method }: MealCardTokenization) {
  if (proof === 'code') return { sessionId, additionalAction: 'OTP_REQUIRED' }
  const redirectUrl = `${ctx.url()}/meal-card/${sessionId}`
  const htmlContent = redirectHtml(redirectUrl, METHODS[method].label.tr)
  return { sessionId, additionalAction: 'SHOW_HTML_CONTENT', htmlContent, redirectUrl }
}

const NOT_TOKENIZED = ApiError.invalid('4146', {
  tr: 'Bu ödeme yönteminin kartı saklanamaz',
  en: 'Cards of this way to pay cannot be tokenized',
})
