// The alternative payments that are switched on for the merchant; the call is the official clients'.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { MethodName } from '../methods'

/** These belong to the merchant's POSes or settings: that they are not among the alternative payments says nothing. */
const NO_APM: ReadonlySet<MethodName> = new Set<MethodName>([
  ...(['CARD', 'STORED_CARD', 'MASTERPASS', 'APPLEPAY', 'GOOGLEPAY', 'BKM_EXPRESS', 'JUZDAN'] as const),
  ...(['GARANTI_PAY', 'YKB_WORLD_PAY', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'CG_WALLET'] as const),
])

export const isApm = (method: MethodName): boolean => !NO_APM.has(method)

const apmPage = z.object({
  items: z.array(z.object({ apmType: z.string(), status: z.string().nullish() })),
})

/** Their names, of those that are active. Throws CraftgateError. */
export async function readOpenApms(client: CraftgateClient): Promise<readonly string[]> {
  const answer = await client.call('retrieveMerchantApms', {})
  return readAnswer(apmPage, answer, 'alternative payments')
    .items.filter(({ status }) => status !== 'PASSIVE')
    .map(({ apmType }) => apmType)
}
