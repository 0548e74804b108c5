import type { SettleResult } from '../commerce'
import { page, seeOther } from './answers'
import type { InboundParts, Visit } from './inbound-parts'

type Parts = Pick<InboundParts, 'platform' | 'options' | 'logger'>

/** Sends the shopper where the shop says, but only to an origin of the allow-list. */
export async function returnToShop(
  parts: Parts,
  visit: Visit,
  { record, outcome }: SettleResult,
): Promise<Response> {
  const { platform, options, logger } = parts
  const address = await platform.returnUrl(record, outcome)
  const origin = originOf(address)
  if (origin !== undefined && options.returnOrigins.includes(origin)) return seeOther(address)
  logger.error('The return address of the shop is not in returnOrigins; the shopper was not sent there', {
    requestId: visit.requestId,
    checkout: record.id,
    origin,
  })
  return page(visit, 'failed', 500)
}

/** Undefined for anything that is not an absolute http(s) address. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, origin } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}
