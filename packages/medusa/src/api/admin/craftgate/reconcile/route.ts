import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reconcile } from '../../../../payment'

/** What the scheduled job does, now. */
export async function POST({ scope }: MedusaRequest, response: MedusaResponse): Promise<void> {
  response.json(await reconcile(scope))
}
