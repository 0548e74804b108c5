import type { TransactionKind } from '../context/transaction'
import type { OrderMoney } from './order-money'

/** Why Shopify itself does not ask the app. */
export type Refusal =
  | 'not-an-amount'
  | 'more-than-authorized'
  | 'more-than-captured'
  | 'already-captured'
  | 'nothing-authorized'

type Rule = (amount: number, money: OrderMoney) => Refusal | undefined

const isHeld = ({ financialStatus }: OrderMoney): boolean => financialStatus === 'authorized'

/** One capture, of all or of less; a void only before it; refunds up to what was captured, pending ones counted. */
const rules: Record<TransactionKind, Rule> = {
  capture: (amount, money) => {
    if (money.captured > 0 || money.capturePending > 0) return 'already-captured'
    if (!isHeld(money) || money.voidPending > 0) return 'nothing-authorized'
    return amount > money.authorized ? 'more-than-authorized' : undefined
  },
  void: (_amount, money) => {
    if (money.captured > 0 || money.capturePending > 0) return 'already-captured'
    return isHeld(money) && money.voidPending === 0 ? undefined : 'nothing-authorized'
  },
  refund: (amount, money) => (amount > money.refundable ? 'more-than-captured' : undefined),
}

export function refusalOf(kind: TransactionKind, amount: number, money: OrderMoney): Refusal | undefined {
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'not-an-amount'
  return rules[kind](amount, money)
}

export const refusalTexts: Record<Refusal, { readonly tr: string; readonly en: string }> = {
  'not-an-amount': {
    tr: 'Tutar sıfırdan büyük olmalı.',
    en: 'The amount must be more than zero.',
  },
  'more-than-authorized': {
    tr: 'Provizyona alınan tutardan fazlası tahsil edilemez.',
    en: 'The amount is more than was authorized.',
  },
  'more-than-captured': {
    tr: 'Tahsil edilen tutardan fazlası iade edilemez; bekleyen iadeler de sayılır.',
    en: 'The amount is more than is left of what was captured; pending refunds count too.',
  },
  'already-captured': {
    tr: 'Bu sipariş için tahsilat zaten yapıldı ya da bekliyor.',
    en: 'This order has been captured, or its capture is pending.',
  },
  'nothing-authorized': {
    tr: 'Bu siparişte provizyon yok.',
    en: 'Nothing is authorized on this order.',
  },
}
