import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { ApiError } from '../../errors/api-error'
import { type Api, data, nothing } from '../api-context'
import { listOf } from '../query'
import { readBody } from '../read'

/**
 * Tokens for values that must not travel; only the Java and Python clients know them, the portal does not. The value is
 * not kept, as it may be a card number, and no played call takes such a token.
 */
export function paymentTokenRoutes(api: Api, { state }: SandboxContext): void {
  api.post('/payment/v1/payment-tokens', (c) => {
    const { issuer } = readBody(c, createToken)
    const token = randomUUID()
    state.paymentTokens.push({ merchant: c.get('merchant').apiKey, token })
    return data(c, { token, issuer })
  })

  api.delete('/payment/v1/payment-tokens/:token', (c) => {
    const { apiKey: merchant } = c.get('merchant')
    const at = state.paymentTokens.findIndex(
      (kept) => kept.merchant === merchant && kept.token === c.req.param('token'),
    )
    if (at < 0) throw NO_TOKEN
    state.paymentTokens.splice(at, 1)
    return nothing(c)
  })

  // Cards that the merchant kept at another provider before; here nobody did.
  api.get('/payment/v1/cards/provider-card-mappings', (c) => data(c, listOf([])))
}

const createToken = z.object({ value: z.string().min(1), issuer: z.string().optional() })

const NO_TOKEN = ApiError.invalid('4163', {
  tr: 'Token bulunamadı',
  en: 'The token was not found',
})
