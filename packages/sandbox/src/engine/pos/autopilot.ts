import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import { replacePos } from './change-poses'
import type { MerchantPos } from './merchant-pos'

/**
 * Craftgate's watch finds a bank's POS out of order, or well again: payments go elsewhere meanwhile, and the merchant is
 * told (webhook/autopilot-webhook). Throws an Error for a POS that is not on AUTOPILOT.
 */
export function watchPos(
  ctx: SandboxContext,
  merchant: Merchant,
  pos: MerchantPos,
  found: Partial<MerchantPos['autopilot']>,
): void {
  if (pos.status !== 'AUTOPILOT') throw new Error(`POS "${pos.alias}" is ${pos.status}, not on AUTOPILOT`)
  const autopilot = { ...pos.autopilot, ...found }
  replacePos(ctx, merchant, { ...pos, autopilot })
  const status = (isUp: boolean) => (isUp ? 'ACTIVE' : 'PASSIVE')
  enqueueWebhook(ctx, {
    ...{ merchant: merchant.apiKey, eventType: 'AUTOPILOT', status: 'SUCCESS', payloadId: pos.alias },
    payload: {
      posAlias: pos.alias,
      // "Bank or payment facilitator": the portal prints "garanti"; the seed's POSes only have names.
      posName: pos.integrator?.toLowerCase() ?? pos.name,
      nonThreeDsStatus: status(autopilot.isNonThreeDsUp),
      threeDsStatus: status(autopilot.isThreeDsUp),
      // As the portal prints it, though it sends the notification.
      notificationsEnabled: false,
    },
  })
}
