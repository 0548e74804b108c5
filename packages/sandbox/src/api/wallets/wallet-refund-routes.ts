import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { refundableOfMove, refundMove, refundsOfMove, requireMove } from '../../engine/wallets/refund-move'
import type { WalletRefund } from '../../engine/wallets/wallet'
import { requireMinor, toNumber } from '../../money/minor'
import { type Api, type ApiContext, data, type Lang, langOf } from '../api-context'
import { amount } from '../fields'
import { errorView } from '../payments/payment-view'
import { listOf } from '../query'
import { readBody, readId } from '../read'

/** developer.craftgate.io/api/wallet/create-refund-transaction, retrieve-refundable-amount, retrieve-wallet-refund-transaction */
export function walletRefundRoutes(api: Api, ctx: SandboxContext): void {
  const moveOf = (c: ApiContext) => requireMove(ctx, c.get('merchant').apiKey, readId(c))

  api.get('/payment/v1/wallet-transactions/:id{\\d+}/refundable-amount', (c) => {
    const move = moveOf(c)
    const left = refundableOfMove(ctx, move)
    return data(c, { refundableAmount: toNumber(left, move.currency) })
  })

  api.post('/payment/v1/wallet-transactions/:id{\\d+}/refunds', (c) => {
    const move = moveOf(c)
    const { refundPrice } = readBody(c, refundRequest)
    const wanted = requireMinor('refundPrice', refundPrice, move.currency)
    return data(c, refundView(refundMove(ctx, { move, amount: wanted }), langOf(c)))
  })

  api.get('/payment/v1/wallet-transactions/:id{\\d+}/refunds', (c) =>
    data(c, listOf(refundsOfMove(ctx, moveOf(c)).map((refund) => refundView(refund, langOf(c))))),
  )
}

const refundRequest = z.object({ refundPrice: amount })

const refundView = (
  { moveId, amount: refunded, currency, createdAt, origin, status, error, ...refund }: WalletRefund,
  lang: Lang,
) => ({
  id: refund.id,
  createdDate: localTime(createdAt),
  refundStatus: status,
  refundPrice: toNumber(refunded, currency),
  authCode: refund.authCode,
  hostReference: refund.hostReference,
  transId: refund.transId,
  transactionId: refund.transactionId,
  transactionType: origin,
  walletTransactionId: moveId,
  ...(error && { paymentError: errorView(error, lang) }),
})
