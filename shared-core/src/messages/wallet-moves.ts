// Why a shopper's wallet moved, in his words; what only merchants do is told as a move.
import type { Localized } from './localized'

const words = (tr: string, en: string): Localized => ({ tr, en })

const REFUNDED = words('İade', 'Refund')
const TO_CARD = words('Cüzdandan karta iade', 'From the wallet to the card')
const TOP_UP = words('Cüzdana yükleme', 'Top-up')

const MOVES: Readonly<Record<string, Localized>> = {
  PAYMENT_REDEEM: words('Ödemede kullanıldı', 'Used in a payment'),
  REFUND_DEPOSIT: REFUNDED,
  REFUND_TX_DEPOSIT: REFUNDED,
  CANCEL_REFUND_TO_WALLET: REFUNDED,
  REFUND_TX_TO_WALLET: REFUNDED,
  MANUAL_REFUND_TX_TO_WALLET: REFUNDED,
  CANCEL_REFUND_WALLET_TO_CARD: TO_CARD,
  REFUND_WALLET_TX_TO_CARD: TO_CARD,
  REFUND_WALLET_TX_FUND_TRANSFER: words('Cüzdandan havaleyle iade', 'From the wallet by transfer'),
  DEPOSIT_FROM_CARD: TOP_UP,
  DEPOSIT_FROM_APM: TOP_UP,
  DEPOSIT_FROM_FUND_TRANSFER: TOP_UP,
  REMITTANCE: words('Mağazadan', 'From the shop'),
  LOYALTY: words('Hediye', 'Gift'),
  WITHDRAW: words('Para çekme', 'Withdrawal'),
  WITHDRAW_CANCEL: words('Para çekme iptali', 'Withdrawal cancelled'),
}

const MOVE = words('Cüzdan hareketi', 'Move of the wallet')

export const walletMoveName = (type: string): Localized => MOVES[type] ?? MOVE
