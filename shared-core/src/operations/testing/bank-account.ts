import { CraftgateError } from '../../errors'
import type { MethodWords } from '../../methods'

export type RefundStatus = 'SUCCESS' | 'FAILURE' | 'WAITING'

export interface BankRefund {
  readonly id: number
  readonly conversationId?: string
  readonly transactionId?: number
  /** Minor units of the card's money. */
  readonly amount: number
  readonly type: 'CANCEL' | 'REFUND'
  status: RefundStatus
}

export interface BankTransaction {
  readonly id: number
  readonly externalId: string
  readonly price: number
  readonly paid: number
}

/** One payment as Craftgate keeps it. Amounts are kuruş. */
export class BankAccount {
  readonly refunds: BankRefund[] = []
  sameDay = true
  successful = true
  /** How far a capture may go from the authorized amount, in percent. */
  marginPercent = 15
  captures = 0
  /** Craftgate's words that tell how it was paid. */
  words: MethodWords = {}

  constructor(
    readonly id: number,
    readonly transactions: readonly BankTransaction[],
    public phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH',
    public paid = transactions.reduce((all, transaction) => all + transaction.paid, 0),
  ) {}

  get price(): number {
    return this.transactions.reduce((all, transaction) => all + transaction.price, 0)
  }

  /** Card money that went back, or is on its way. */
  get gone(): number {
    return this.refunds.reduce((all, refund) => all + (refund.status === 'FAILURE' ? 0 : refund.amount), 0)
  }

  refundableOf({ id, paid }: BankTransaction): number {
    if (this.refunds.some(({ type, status }) => type === 'CANCEL' && status !== 'FAILURE')) return 0
    const mine = this.refunds.filter((refund) => refund.transactionId === id && refund.status !== 'FAILURE')
    return paid - mine.reduce((all, refund) => all + refund.amount, 0)
  }

  capture(paid: number): void {
    if (this.phase !== 'PRE_AUTH' || this.gone > 0) throw refusal('4040', 'Not a pre-authorization')
    if (Math.abs(paid - this.paid) * 100 > this.paid * this.marginPercent)
      throw refusal('4041', 'Beyond the margin')
    this.phase = 'POST_AUTH'
    this.paid = paid
    this.captures += 1
  }
}

export const refusal = (code: string, message: string, group?: string): CraftgateError =>
  new CraftgateError({
    kind: 'declined',
    code,
    group,
    message,
    retry: 'no',
    delivery: 'ended',
    merchantMessage: { tr: `${message}.`, en: `${message}.` },
  })

/** An answer that does not say whether the bank did it. */
export const undecided = (): CraftgateError =>
  new CraftgateError({
    kind: 'declined',
    code: '10209',
    group: 'NO_RESPONSE',
    message: 'The bank did not answer',
    retry: 'ask-first',
    delivery: 'ended',
    merchantMessage: { tr: 'Banka cevap vermedi.', en: 'The bank did not answer.' },
  })

export const lostAnswer = (): CraftgateError =>
  new CraftgateError({
    kind: 'unknown-outcome',
    code: 'timeout',
    message: 'No answer in time',
    retry: 'ask-first',
    delivery: 'unclear',
    merchantMessage: { tr: 'Cevap gelmedi.', en: 'No answer.' },
  })

export const unreachable = (): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'network',
    message: 'Craftgate cannot be reached',
    retry: 'same-key',
    delivery: 'not-sent',
    merchantMessage: { tr: "Craftgate'e ulaşılamıyor.", en: 'Craftgate cannot be reached.' },
  })

/** Craftgate's own 5xx. */
export const serverError = (): CraftgateError =>
  new CraftgateError({
    kind: 'unknown-outcome',
    code: '1500',
    message: 'Craftgate failed',
    retry: 'ask-first',
    delivery: 'ended',
    merchantMessage: { tr: 'Sistem hatası.', en: 'System error.' },
  })

export const tooMany = (retryAfterMs = 3000): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'too-many-requests',
    message: 'Too many requests',
    retry: 'same-key',
    delivery: 'ended',
    retryAfterMs,
    merchantMessage: { tr: 'Çok fazla istek.', en: 'Too many requests.' },
  })
