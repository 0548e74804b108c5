import { randomUUID } from 'node:crypto'
import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { rateBetween, share } from '../../money/share'
import type { PresentedCard } from '../cards/present-card'
import { nextId, type SandboxContext } from '../context'
import { posFacts } from '../pos/pos-facts'
import { commissionOf, routePos } from '../pos/route-pos'
import type { Charge } from './charge'
import type { Payment, Transaction } from './payment'

const DAY = milliseconds({ days: 1 })

/** Writes a payment down, before any bank is asked. Throws a validation error when no POS may take it. */
export function openPayment(ctx: SandboxContext, charge: Charge, card: PresentedCard): Payment {
  const { currency, installment, posAlias, routing } = charge
  const pos = routePos(charge.merchant, { bin: card.bin, currency, installment, alias: posAlias, routing })
  const id = nextId(ctx, charge.merchant.apiKey)
  const now = ctx.clock.now()
  const payment: Payment = {
    id,
    merchant: charge.merchant.apiKey,
    createdAt: now,
    price: charge.price,
    paidPrice: charge.paidPrice,
    currency,
    installment,
    conversationId: charge.conversationId,
    externalId: charge.externalId,
    orderId: charge.orderId ?? orderId(id),
    buyerMemberId: charge.buyerMemberId,
    paymentGroup: charge.paymentGroup ?? 'PRODUCT',
    paymentChannel: charge.paymentChannel,
    source: charge.source,
    checkoutToken: charge.checkoutToken,
    phase: charge.phase,
    status: 'INIT_THREEDS',
    threeDS: charge.threeDS,
    pos: posFacts(ctx, charge.merchant, pos),
    requestedPosAlias: posAlias,
    merchantRate: rateBetween(charge.paidPrice - charge.price, charge.price),
    bankRate: commissionOf(pos, installment).bankRate,
    marginPercent: pos.marginPercent,
    card: { ...card.facts },
    clientIp: charge.clientIp,
    loyalty: charge.loyalty,
    cardVerification: charge.cardVerification,
    deposit: charge.deposit ? { walletTransactionId: nextId(ctx, charge.merchant.apiKey) } : undefined,
    ...(charge.phase === 'PRE_AUTH' ? { holdsUntil: now + pos.preAuthDays * DAY } : {}),
    transactions: transactionsOf(ctx, charge),
  }
  ctx.state.payments.push(payment)
  return payment
}

/** Each item's part of what the card is charged, by its part of the price. */
function transactionsOf(ctx: SandboxContext, { merchant, items, paidPrice }: Charge): Transaction[] {
  const parts = share(
    paidPrice,
    items.map(({ price }) => price),
  )
  return items.map((item, index) => ({
    id: nextId(ctx, merchant.apiKey),
    ...item,
    paidPrice: parts[index] ?? 0,
  }))
}

const orderId = (id: number) => `CG${String(id).padStart(8, '0')}${randomUUID().slice(0, 8)}`
