import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { settleIntoWallets } from '../../engine/payouts/settle-into-wallets'
import { type Api, data } from '../api-context'
import { readBody } from '../read'

/** developer.craftgate.io/marketplace, Para transferinin çalıştırılması */
export function settlementRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/settlement/v1/instant-wallet-settlements', (c) => {
    const { excludedSubMerchantMemberIds: excluded } = readBody(c, createSettlement)
    return data(c, { settlementResultStatus: settleIntoWallets(ctx, c.get('merchant'), excluded) })
  })
}

const createSettlement = z.object({ excludedSubMerchantMemberIds: z.array(z.number().int()).default([]) })
