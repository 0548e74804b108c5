import { CraftgateError } from '@craftgate-commerce/core'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../app-container'
import { reconcile } from '../../../../payment'
import { notAllowed } from '../../../../refusals'

/** What the scheduled job does, now. `?after=` does a part of it: empty the first, and `next` of an answer the next one. */
export async function POST({ scope, query }: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { after } = query
  try {
    response.json(await reconcile(scope, after === undefined ? undefined : { after: String(after) }))
  } catch (error) {
    if (!CraftgateError.is(error) || error.kind !== 'invalid-request') throw error
    throw notAllowed(craftgateIn(scope).options.language, error.merchantMessage)
  }
}
