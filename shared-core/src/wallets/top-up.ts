import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { invalidRequest } from '../errors'
import { WALLET_ERRORS } from '../messages/wallets'
import { type Money, toWireNumber } from '../money'
import type { ParsedOptions } from '../options/options'
import { walletOf } from './read-wallets'

/** A page of Craftgate's on which somebody fills a wallet. */
export interface TopUpPage {
  readonly url: string
  readonly expiresAt: Date
}

/** Where his browser goes from there: `http/topped-up.ts`. */
export const TOPPED_UP = '/callback/topped-up'

const TTL_MINUTES = 24 * 60

interface TopUp {
  readonly memberId: number
  readonly amount: Money
}

/**
 * Opens the page; money moves when he pays there, so a lost answer costs nothing. Throws CraftgateError, `no-wallet` for a
 * member without one in this currency. developer.craftgate.io/api/payment/common-payment-page, `depositPayment`
 */
export async function openTopUp(
  {
    client,
    clock,
    options,
  }: {
    readonly client: CraftgateClient
    readonly clock: () => Date
    readonly options: Pick<ParsedOptions, 'publicUrl' | 'basePath'>
  },
  { memberId, amount }: TopUp,
): Promise<TopUpPage> {
  if (amount.minor <= 0) throw invalidRequest('amount', WALLET_ERRORS.amount)
  const wallet = await walletOf(client, memberId)
  if (wallet?.balance.currency !== amount.currency)
    throw invalidRequest('no-wallet', WALLET_ERRORS['no-wallet'])
  const price = toWireNumber(amount)
  const body: RequestBody<'initCheckoutPayment'> = {
    ...{
      price,
      paidPrice: price,
      currency: amount.currency as RequestBody<'initCheckoutPayment'>['currency'],
    },
    ...{ paymentGroup: 'PRODUCT', depositPayment: true, buyerMemberId: memberId, ttl: TTL_MINUTES },
    ...{ conversationId: randomUUID(), disableStoreCard: true },
    callbackUrl: `${options.publicUrl}${options.basePath}${TOPPED_UP}`,
  }
  const answer: unknown = await client.call('initCheckoutPayment', { body }, { idempotencyKey: randomUUID() })
  const { pageUrl: url } = readAnswer(pageShape, answer, 'a page')
  return { url, expiresAt: new Date(clock().getTime() + TTL_MINUTES * 60_000) }
}

const pageShape = z.object({ pageUrl: z.url({ protocol: /^https?$/ }) })
