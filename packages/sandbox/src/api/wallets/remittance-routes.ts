import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { remit } from '../../engine/wallets/remittance'
import type { Remittance } from '../../engine/wallets/wallet'
import { ApiError } from '../../errors/api-error'
import { requireMinor, toNumber } from '../../money/minor'
import { type Api, data } from '../api-context'
import { currency } from '../fields'
import { readBody, readId } from '../read'

/** developer.craftgate.io/api/wallet/send-remittance, receive-remittance and retrieve-remittance */
export function remittanceRoutes(api: Api, ctx: SandboxContext): void {
  for (const type of ['SEND', 'RECEIVE'] as const)
    api.post(`/wallet/v1/remittances/${type.toLowerCase()}`, (c) => {
      const { price, currency: code, memberId, description, remittanceReasonType } = readBody(c, remittance)
      const amount = requireMinor('price', price, code)
      const asked = { memberId, type, reason: remittanceReasonType, amount, currency: code, description }
      return data(c, remittanceView(remit(ctx, c.get('merchant'), asked)))
    })

  api.get('/wallet/v1/remittances/:remittanceId{\\d+}', (c) => {
    const id = readId(c, 'remittanceId')
    const { apiKey } = c.get('merchant')
    const found = ctx.state.remittances.find((one) => one.id === id && one.merchant === apiKey)
    if (!found) throw NOT_FOUND
    return data(c, remittanceView(found))
  })
}

const remittance = z.object({
  /** The clients send text. */
  memberId: z.coerce.number().int(),
  price: z.number(),
  /** The portal calls it required; the official sample leaves it out. */
  currency: currency.default('TRY'),
  description: z.string(),
  remittanceReasonType: z
    .enum(['REDEEM_ONLY_LOYALTY', 'SUBMERCHANT_SEND_RECEIVE'])
    .default('REDEEM_ONLY_LOYALTY'),
})

const remittanceView = ({ id, createdAt, amount, currency: code, ...made }: Remittance) => ({
  ...{ id, createdDate: localTime(createdAt), status: 'ACTIVE' },
  ...{ price: toNumber(amount, code), currency: code, memberId: made.memberId },
  ...{ remittanceType: made.type, remittanceReasonType: made.reason, description: made.description },
})

const NOT_FOUND = ApiError.invalid('4220', {
  tr: 'Para gönderme/çekme işlemi bulunamadı',
  en: 'The remittance was not found',
})
