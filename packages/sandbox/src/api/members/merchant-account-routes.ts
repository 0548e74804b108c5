import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { openMerchant } from '../../engine/merchant-accounts/open-merchant'
import { merchantMemberId } from '../../engine/wallets/find-wallet'
import { type Api, data } from '../api-context'
import { readBody } from '../read'

/**
 * A new merchant with its API keys. No page of the portal describes the call; that name and e-mail are needed is our
 * reading. What else is said of the merchant is kept by nobody here.
 */
export function merchantAccountRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/onboarding/v1/merchants', (c) => {
    const merchant = openMerchant(ctx, readBody(c, createMerchant).name)
    const { name, apiKey, secretKey } = merchant
    const merchantApiCredentials = [{ name, apiKey, secretKey }]
    return data(c, { id: merchantMemberId(ctx, merchant), name, merchantApiCredentials })
  })
}

const createMerchant = z.object({ name: z.string().trim().min(1), email: z.email() })
