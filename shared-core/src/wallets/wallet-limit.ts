// How far below zero a member's wallet may go: money that the merchant lends. No page of the portal describes this call; it is the
// official clients'. That it cannot be less than what the wallet owes is our reading.
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { CraftgateError, invalidRequest } from '../errors'
import { WALLET_ERRORS } from '../messages/wallets'
import { type Money, money, toWireNumber } from '../money'
import { sameAmount } from '../operations/operation'
import { walletOf } from './read-wallets'
import { type Wallet, walletShape } from './wallet'

/**
 * `lent`: zero or more, in the wallet's currency. Answers the wallet as it stands afterwards. The call bears no key that
 * Craftgate honours, so when its answer is lost the wallet is read back, and what stands there counts. Throws CraftgateError,
 * `limit` for an amount that it cannot be and `limit-in-use` for less than the wallet owes.
 */
export async function changeLimit(
  client: CraftgateClient,
  { id: walletId, memberId, balance }: Wallet,
  lent: Money,
): Promise<Wallet> {
  if (lent.minor < 0 || lent.currency !== balance.currency) throw invalidRequest('limit', WALLET_ERRORS.limit)
  if (balance.minor < -lent.minor) throw invalidRequest('limit-in-use', WALLET_ERRORS['limit-in-use'])
  const limit = money(lent.minor === 0 ? 0 : -lent.minor, lent.currency)
  try {
    const path = { memberId, walletId }
    const body = { negativeAmountLimit: toWireNumber(limit) }
    return readAnswer(walletShape, await client.call('updateMemberWallet', { path, body }), 'a wallet')
  } catch (error) {
    if (!CraftgateError.is(error) || error.kind !== 'unknown-outcome') throw error
    const wallet = await walletOf(client, memberId)
    if (wallet?.id === walletId && wallet.limit && sameAmount(wallet.limit, limit)) return wallet
    throw error
  }
}
