import { createHash, randomUUID } from 'node:crypto'
import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { type Api, data } from '../api-context'
import { readBody } from '../read'

/** Apple names these hosts (developer.apple.com, Setting Up Your Server); nobody else is asked for a session. */
const validationUrl = z
  .url({ protocol: /^https$/ })
  .refine((url) => /^apple-pay-gateway(-[a-z0-9-]+)?\.apple\.com$/.test(new URL(url).hostname))

const merchantSession = z.object({
  merchantIdentifier: z.string().min(1),
  displayName: z.string().min(1),
  initiative: z.enum(['web', 'messaging']).default('web'),
  initiativeContext: z.string().min(1),
  validationUrl,
})

const LIFETIME = milliseconds({ minutes: 5 })

/**
 * Apple's session object, which the merchant's page hands to the browser as it is. Only the official clients know the
 * call. Apple is not asked: the signature is no real one, so a real device refuses it.
 */
export function applePayRoutes(api: Api, { clock }: SandboxContext): void {
  api.post('/payment/v1/apple-pay/merchant-sessions', (c) => {
    const { merchantIdentifier, displayName, initiativeContext } = readBody(c, merchantSession)
    const epochTimestamp = clock.now()
    const nonce = randomUUID().slice(0, 8)
    return data(c, {
      ...{ epochTimestamp, expiresAt: epochTimestamp + LIFETIME, nonce, displayName },
      merchantSessionIdentifier: `SSH${randomUUID().replaceAll('-', '').toUpperCase()}`,
      merchantIdentifier: createHash('sha256').update(merchantIdentifier).digest('hex').toUpperCase(),
      ...{ domainName: initiativeContext, signature: Buffer.from(nonce).toString('hex') },
      ...{ operationalAnalyticsIdentifier: `${displayName}:${merchantIdentifier}`, retries: 0 },
    })
  })
}
