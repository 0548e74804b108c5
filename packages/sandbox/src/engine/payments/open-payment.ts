import { randomUUID } from 'node:crypto'
import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { rateBetween, share } from '../../money/share'
import type { PaymentCard } from '../cards/card'
import type { Bin } from '../cards/test-card'
import { nextId, type SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import { commissionOf } from '../pos/commissions'
import { posFacts } from '../pos/pos-facts'
import { routePos } from '../pos/route-pos'
import type { Charge } from './charge'
import type { Payment, Transaction } from './payment'

const DAY = milliseconds({ days: 1 })

/** The card to be charged, and its BIN where somebody knows it. */
export interface ChargedCard {
  readonly facts?: PaymentCard
  readonly bin?: Bin
}

/** Writes a payment down, before any bank is asked. Throws a validation error when no POS may take it. */
export function openPayment(ctx: SandboxContext, charge: Charge, card: ChargedCard): Payment {
  const { currency, installment, posAlias, routing } = charge
  const { threeDS } = charge
  const asked = { bin: card.bin, currency, installment, alias: posAlias, routing, threeDS }
  const pos = routePos(charge.merchant, asked)
  const { bankRate, blockageDay } = commissionOf(pos, installment, card.bin)
  return writePayment(ctx, charge, {
    pos: posFacts(pos),
    ...{ bankRate, blockageDay },
    marginPercent: pos.marginPercent,
    ...(card.facts ? { card: { ...card.facts } } : {}),
    ...(charge.phase === 'PRE_AUTH' ? { holdsUntil: ctx.clock.now() + pos.preAuthDays * DAY } : {}),
  })
}

/** Writes a payment down that no POS takes: a wallet, a transfer, a loan. */
export const openPaymentWithoutPos = (ctx: SandboxContext, charge: Charge): Payment =>
  writePayment(ctx, charge, { bankRate: 0, marginPercent: 0 })

type PosFacts = Pick<Payment, 'pos' | 'bankRate' | 'blockageDay' | 'marginPercent' | 'card' | 'holdsUntil'>

function writePayment(ctx: SandboxContext, charge: Charge, facts: PosFacts): Payment {
  const { currency, installment, posAlias } = charge
  const id = nextId(ctx, charge.merchant.apiKey)
  const payment: Payment = {
    id,
    merchant: charge.merchant.apiKey,
    createdAt: ctx.clock.now(),
    price: charge.price,
    paidPrice: charge.paidPrice,
    walletPrice: charge.walletPrice,
    currency,
    installment,
    conversationId: charge.conversationId,
    externalId: charge.externalId,
    orderId: charge.orderId ?? orderId(id),
    buyerMemberId: charge.buyerMemberId,
    paymentGroup: charge.paymentGroup ?? 'PRODUCT',
    paymentChannel: charge.paymentChannel,
    source: charge.source,
    productId: charge.productId,
    checkoutToken: charge.checkoutToken,
    method: charge.method ?? 'CARD',
    phase: charge.phase,
    status: 'INIT_THREEDS',
    threeDS: charge.threeDS,
    requestedPosAlias: posAlias,
    merchantRate: rateBetween(charge.paidPrice - charge.price, charge.price),
    ...facts,
    clientIp: charge.clientIp,
    fraudParams: charge.fraudParams,
    loyalty: charge.loyalty,
    loan: charge.loan,
    cardVerification: charge.cardVerification,
    deposit: charge.deposit ? { walletTransactionId: nextId(ctx, charge.merchant.apiKey) } : undefined,
    transactions: transactionsOf(ctx, charge),
  }
  ctx.state.payments.push(payment)
  return payment
}

/**
 * Each item's part of what the card is charged, by its part of the price. Its money is blocked as long as the item says, else
 * the seller's registration, else the POS's commissions (our reading of which is stronger).
 */
function transactionsOf(
  ctx: SandboxContext,
  { merchant, items, paidPrice, walletPrice }: Charge,
): Transaction[] {
  const delayOf = (seller: number | undefined) => findMember(ctx, merchant, seller)?.settlementDelayCount
  const parts = share(
    paidPrice,
    items.map(({ price }) => price),
  )
  const walletParts = walletPrice === undefined ? [] : share(walletPrice, parts)
  return items.map((item, index) => ({
    id: nextId(ctx, merchant.apiKey),
    ...item,
    blockageDay: item.blockageDay ?? delayOf(item.subMerchantMemberId),
    paidPrice: parts[index] ?? 0,
    walletPrice: walletParts[index],
  }))
}

const orderId = (id: number) => `CG${String(id).padStart(8, '0')}${randomUUID().slice(0, 8)}`
