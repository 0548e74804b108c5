import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { cardOfCall } from '../../engine/ivr/typed-card'
import { type Api, data } from '../api-context'
import { readQuery } from '../read'

const call = z.object({ callToken: z.string().min(1), cardUserKey: z.string().optional() })

/**
 * The card that a caller typed in a telephone call; only the official clients know it. Without a cardUserKey a new
 * shopper is made. `secureFieldsToken` stands for the typed CVC, which no played call takes.
 */
export function ivrRoutes(api: Api, ctx: SandboxContext): void {
  api.get('/payment/v1/ivr-cards', (c) => {
    const { bin, lastFour, cardUserKey, cardToken } = cardOfCall(
      ctx,
      c.get('merchant').apiKey,
      readQuery(c, call),
    )
    return data(c, {
      ...{ binNumber: bin.bin, lastFourDigits: lastFour, cardUserKey, cardToken },
      secureFieldsToken: randomUUID(),
    })
  })
}
