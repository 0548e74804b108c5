import type { Money } from '../money'
import { amountIn } from './amounts'
import type { Localized } from './localized'
import { OPERATION_ERRORS } from './operations'

const { nothingSent, keyTaken } = OPERATION_ERRORS

/** Why money of a wallet does not move. */
export const WALLET_ERRORS = {
  'key-taken': keyTaken,
  'nothing-sent': nothingSent,
  'no-wallet': {
    tr: 'Üyenin bu para biriminde cüzdanı yok. Önce cüzdan açın.',
    en: 'The member has no wallet in this currency. Open one first.',
  },
  'no-member': {
    tr: 'Böyle bir üye yok.',
    en: 'There is no such member.',
  },
  'nothing-to-settle': {
    tr: 'Aktarılacak hakediş yok: onaylanmış ve blokajı bitmiş pay bulunmuyor.',
    en: 'There is nothing to move: no share is approved and no longer blocked.',
  },
  'settlement-failed': {
    tr: 'Craftgate hakedişleri cüzdanlara aktaramadı; bir süre sonra yeniden deneyin.',
    en: 'Craftgate could not move the earnings into the wallets; try again later.',
  },
  'no-withdraw': {
    tr: 'Böyle bir para çekme talebi yok.',
    en: 'There is no such withdrawal.',
  },
  'not-cancellable': {
    tr: 'Yalnızca para gönderimi bekleyen bir talep iptal edilebilir.',
    en: 'Only a withdrawal that waits for its payout can be cancelled.',
  },
  'withdraw-cancelled': {
    tr: 'Para çekme talebi iptal edildi; bankaya para gönderilmedi.',
    en: 'The withdrawal was cancelled; no money went to the bank.',
  },
  amount: {
    tr: 'Tutar sıfırdan büyük olmalı.',
    en: 'The amount must be above zero.',
  },
  limit: {
    tr: 'Sıfır ya da sıfırdan büyük, cüzdanın para biriminde bir tutar yazın.',
    en: 'Write an amount of zero or more, in the currency of the wallet.',
  },
  'limit-in-use': {
    tr: 'Cüzdanın bakiyesi şimdi bundan daha düşük. Önce bakiyeyi yükseltin.',
    en: 'The balance of the wallet is below that now. Raise the balance first.',
  },
  reason: {
    tr: 'Nedenini yazın (en çok 200 harf).',
    en: 'Say why (200 letters at most).',
  },
  unsettled: {
    tr: 'Bu cüzdanın önceki bir işleminin sonucu henüz belli değil. Birkaç dakika sonra yeniden deneyin.',
    en: 'The outcome of an earlier operation of this wallet is not known yet. Try again in a few minutes.',
  },
  'balance-changed': {
    tr: 'Cüzdanın bakiyesi bu sırada değişti. Sayfayı yenileyip bakiyeye yeniden bakın.',
    en: 'The wallet’s balance has changed meanwhile. Reload the page and look at it again.',
  },
} as const satisfies Readonly<Record<string, Localized>>

export type WalletErrorCode = keyof typeof WALLET_ERRORS

/** More is asked for than can leave the wallet this way. */
export const atMost = (most: Money): Localized => ({
  tr: `En çok ${amountIn(most).tr} olabilir.`,
  en: `${amountIn(most).en} is the most that it can be.`,
})
