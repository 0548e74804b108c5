// What the merchant is told of an operation of a wallet.

import type { Localized } from '../messages/localized'
import { craftgateAnswered } from '../messages/operations'
import { WALLET_ERRORS, type WalletErrorCode } from '../messages/wallets'
import { ownError } from '../operations/result'
import type { ErrorFacts } from '../payment/outcome'
import type { WalletOperation } from './wallet-operation'
import type { WalletResult } from './wallets'

export function walletResult(operation: WalletOperation): WalletResult {
  const { state, error = { code: 'failed' } } = operation
  if (state === 'failed') return { state, operation, error, message: wordsOf(error) }
  return { state: state === 'planned' ? 'unknown' : state, operation }
}

/** Nothing was written down and nothing sent. */
export function refused(code: WalletErrorCode, message: Localized = WALLET_ERRORS[code]): WalletResult {
  return { state: 'failed', error: ownError(code, message), message }
}

/** The best words there are: the merchant's own, else Craftgate's, which come in one language. */
const wordsOf = ({ message, description, code }: ErrorFacts): Localized =>
  message ?? craftgateAnswered(description === undefined ? code : `${description} (${code})`)
