// What each type of event leads to: always a question of Craftgate, because what an event tells beside its id is not signed.
import type { components } from '@craftgate-commerce/openapi/operations'
import { z } from 'zod'
import { accountOf } from '../account'
import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { idShape } from '../payment'
import type { CheckoutRecord } from '../platform'
import { isClosedByAutopilot } from '../setup/merchant-pos'
import type { WalletOperation } from '../wallets/wallet-operation'
import type { EndpointDependencies } from './endpoint'

/** The four signed fields of a webhook. */
export interface WebhookEvent {
  readonly eventType: string
  readonly eventTimestamp: string
  readonly status: string
  readonly payloadId: string
}

export interface SignedEvent {
  readonly event: WebhookEvent
  /** Names of the merchants whose key signed it; several may share a key. */
  readonly signers: readonly string[]
  readonly key: string
}

type EventType = components['schemas']['WebhookEventType']
/** True when the event concerned something here. */
type Act = (deps: EndpointDependencies, signed: SignedEvent) => Promise<boolean>

const ACTS: Readonly<Record<EventType, Act>> = {
  CHECKOUTFORM_AUTH: settleToken,
  MULTI_PAYMENT_COMPLETED: settleToken,
  MULTI_PAYMENT_EXPIRED: settleToken,
  API_AUTH: settlePayment,
  API_VERIFY_AND_AUTH: settlePayment,
  THREEDS_VERIFY: settlePayment,
  BNPL_NOTIFICATION: settlePayment,
  BKM_EXPRESS_PAYMENT_NOTIFICATION: settleTicket,
  BANK_ACCOUNT_TRACKING_RECORD: noteTransfer,
  REFUND: resumeRefund,
  REFUND_TX: resumeRefund,
  WALLET_CREATED: resumeWallet,
  WALLET_TX_CREATED: resumeWallet,
  PAYOUT_COMPLETED: askAboutPayouts,
  AUTOPILOT: tellOfPos,
}

/** Those that the API description knows. */
export const WEBHOOK_EVENT_TYPES = Object.keys(ACTS) as readonly EventType[]

/** True when the event concerned something here. New types may come at any time: they are logged, and concern nobody. */
export async function act(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const { eventType } = signed.event
  if (Object.hasOwn(ACTS, eventType)) return ACTS[eventType as EventType](deps, signed)
  if (deps.mayLog('unknown-event'))
    deps.logger.info('A webhook of a type that this version does not know was passed over', { eventType })
  return false
}

function settleTicket(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  return settleToken(deps, signed, signed.event.status === 'SUCCESS' ? deps.settleApproved : undefined)
}

/** Undefined for an id that is no number: no event of its type has one. */
function numberIn({ event }: SignedEvent): number | undefined {
  const id = Number(event.payloadId)
  return Number.isSafeInteger(id) ? id : undefined
}

async function settleToken(
  deps: EndpointDependencies,
  { event, signers }: SignedEvent,
  settle: (record: CheckoutRecord) => Promise<unknown> = (record) =>
    deps.settleNotified(record, 'notification'),
): Promise<boolean> {
  const record = await deps.platform.findCheckout({ token: event.payloadId })
  const isOurs = signers.some((merchant) => accountOf(deps.options, merchant) === record?.account)
  if (record === undefined || !isOurs) return false
  await settle(record)
  return true
}

/** A payment id means something only in the account whose key signed the event; several merchants may share a key. */
async function settlePayment(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const paymentId = numberIn(signed)
  if (paymentId === undefined) return false
  let found = false
  for (const merchant of signed.signers) {
    const account = accountOf(deps.options, merchant)
    const record = await deps.platform.findCheckout({ account, paymentId })
    if (record === undefined) continue
    await deps.settleNotified(record, 'notification')
    found = true
  }
  return found
}

/** The event names a transfer; who sent how much is asked of Craftgate, and a person says what it is for. */
async function noteTransfer(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const id = numberIn(signed)
  if (id === undefined) return false
  let found = false
  for (const merchant of signed.signers) {
    if (await deps.noteTransfer(accountOf(deps.options, merchant), id)) found = true
  }
  return found
}

/** The event names a refund, and Craftgate knows of which payment; what is open of that payment is asked about. */
async function resumeRefund(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const refundId = numberIn(signed)
  if (refundId === undefined) return false
  let found = false
  for (const merchant of signed.signers) {
    const account = accountOf(deps.options, merchant)
    const paymentId = await paymentOfRefund(deps.clientFor(account), signed.event.eventType, refundId)
    if (paymentId === undefined) continue
    const payment = { account, paymentId }
    if ((await deps.platform.findCheckout(payment)) === undefined) continue
    const { problems } = await deps.resumeOperations({ payment })
    if (problems.length > 0) deps.logger.warn('Some refunds are still open', { problems })
    found = true
  }
  return found
}

const refundShape = z.object({ paymentId: idShape })

/** Undefined for a refund that Craftgate does not know in this account, or not with its payment. */
async function paymentOfRefund(
  client: CraftgateClient,
  eventType: string,
  refundId: number,
): Promise<number | undefined> {
  try {
    const refund: unknown =
      eventType === 'REFUND'
        ? await client.call('retrievePaymentRefund', { path: { refundId } })
        : await client.call('retrievePaymentTransactionRefund', {
            path: { paymentTransactionRefundId: refundId },
          })
    return refundShape.safeParse(refund).data?.paymentId
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

/** The event names a wallet; what the merchant moved there and did not hear the end of is asked about. */
async function resumeWallet(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const walletId = numberIn(signed)
  return resumeWalletsOf(deps, signed, ({ details }) => details.walletId === walletId)
}

/**
 * A payout ends withdrawals, and what a bank sent back is paid again by one; the event names its file, and neither a withdrawal nor
 * a bounced payout says in which file it was paid.
 */
async function askAboutPayouts(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  const isWithdrawal = ({ kind }: WalletOperation) => kind === 'withdraw' || kind === 'cancel-withdraw'
  let found = await resumeWalletsOf(deps, signed, isWithdrawal)
  for (const merchant of signed.signers) if (await deps.payoutCompleted(merchant)) found = true
  return found
}

async function resumeWalletsOf(
  deps: EndpointDependencies,
  { signers }: SignedEvent,
  isMeant: (operation: WalletOperation) => boolean,
): Promise<boolean> {
  const accounts = signers.map((merchant) => accountOf(deps.options, merchant))
  const { found, problems } = await deps.resumeWallets(
    (operation) => accounts.includes(operation.account) && isMeant(operation),
  )
  if (problems.length > 0) deps.logger.warn('Some operations of wallets are still open', { problems })
  return found > 0
}

/** The event names a POS by its alias; whether Autopilot closed it is asked of Craftgate, and logged for who runs the shop. */
async function tellOfPos(deps: EndpointDependencies, { event, signers }: SignedEvent): Promise<boolean> {
  let found = false
  for (const merchant of signers) {
    const pos = (await deps.readPoses(merchant)).find(({ alias }) => alias === event.payloadId)
    if (pos?.autopilot === undefined) continue
    const facts = { merchant, pos: pos.alias, ...pos.autopilot }
    if (!isClosedByAutopilot(pos)) deps.logger.info('Autopilot of Craftgate has a POS open', facts)
    else deps.logger.warn('Autopilot of Craftgate has closed a POS; payments go to others', facts)
    found = true
  }
  return found
}
