import type {
  CheckoutRecord,
  Money,
  OperationResult,
  PaymentOperation,
  PaymentRef,
} from '@craftgate-commerce/core'
import {
  movedOf,
  notWholeAmount,
  operationKeyOf,
  pendingReason,
  refundDestinationOf,
} from '@craftgate-commerce/core/adapter'
import type * as types from '@medusajs/framework/types'
import { MathBN, MedusaError, Modules } from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../../app-container'
import { type RefundTerms, termsKeyOf } from '../../craftgate'
import { isWhole, moneyOf, Sessions, sumOf } from '../../order'
import {
  markRecording,
  openChangesOf,
  type PaymentData,
  readPaymentData,
  recordedKeyOf,
  rowLease,
} from '../../payment'
import { notAllowed } from '../../refusals'

interface Known extends PaymentRef {
  readonly data: PaymentData & Record<string, unknown>
  readonly record: CheckoutRecord
}

/** Somebody wrote the operation meanwhile: it is read again, and never taken for one that is not there. */
const CLAIM_ATTEMPTS = 5

/** Medusa's refund, and the operation that it records when it was not a person who asked for it. */
interface Row {
  readonly refundId: string
  readonly recorded: string | undefined
  readonly destination?: RefundTerms['destination']
}

/**
 * What the merchant's capture, refund and cancel do. An operation that is not done is refused with the reason, because
 * Medusa has no state for it; `ApplyOperation` records it by itself when it is.
 */
export class ProviderOperations {
  async capture({ data, context }: types.CapturePaymentInput): Promise<types.CapturePaymentOutput> {
    const known = await this.known(data)
    const capture = await this.captureRow(context?.idempotency_key)
    const outcome = this.craftgate.knownOutcomes.of(capture?.payment?.id)
    if (outcome?.kind === 'captured') return { data: { ...known.data, outcome: 'captured' } }
    await this.refuseSecond(capture)
    const key = operationKeyOf('capture', known.paymentId, await this.operationsOf(known))
    const amount = capture && this.exactly(capture.amount, capture.payment.amount, known)
    const make = () => this.commerce.capture({ ...refOf(known), key, amount })
    this.requireDone(await (capture ? this.atWorkOn(capture.id, make) : make()))
    await markRecording(this.craftgate, { account: known.account, key })
    return { data: { ...known.data, outcome: 'captured' } }
  }

  async refund({ data, amount, context }: types.RefundPaymentInput): Promise<types.RefundPaymentOutput> {
    const known = await this.known(data)
    const refundId = context?.idempotency_key
    if (!refundId) throw new MedusaError(MedusaError.Types.INVALID_DATA, 'A refund needs its idempotency_key')
    const refund = () => this.refundAs(refundId, amount, known)
    await this.orRemembered(known, () => this.atWorkOn(refundId, refund))
    return { data: known.data }
  }

  private async refundAs(refundId: string, amount: types.BigNumberInput, known: Known): Promise<void> {
    const recorded = await this.recordedBy(refundId)
    const money = this.exactly(amount, await this.restWithout(refundId, amount), known)
    const terms = this.craftgate.refundTerms.of(termsKeyOf(known))
    const lost = terms?.items ? undefined : await this.adopted(known, money, { refundId, recorded, ...terms })
    if (lost?.state === 'failed') return
    if (recorded !== undefined && !lost) throw notAllowed(this.language, 'recorded-already')
    if (!lost) await this.refuseWhileOrderChanges(known)
    const key = lost?.key ?? refundKey(known.paymentId, refundId)
    const request = { ...refOf(known), key, amount: money, shopReference: refundId, ...terms }
    this.requireDone(await this.commerce.refund(request))
    await markRecording(this.craftgate, request)
  }

  async cancel({ data, context }: types.CancelPaymentInput): Promise<types.CancelPaymentOutput> {
    const known = await this.known(data)
    if (this.craftgate.knownOutcomes.of(context?.idempotency_key)?.kind === 'declined')
      return { data: known.data }
    if (known.data.outcome === 'captured') throw notAllowed(this.language, 'captured-already')
    await this.orRemembered(known, () => this.void(known))
    return { data: known.data }
  }

  private async void(known: Known): Promise<void> {
    await this.refuseWhileOrderChanges(known)
    const key = operationKeyOf('void', known.paymentId, await this.operationsOf(known))
    this.requireDone(await this.commerce.void({ ...refOf(known), key }))
  }

  /** Medusa cancels an order also when this fails, and does not ask again: `CancelledOrders` does. */
  private async orRemembered(known: Known, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const order = await this.orderOf(known)
      if (order) await this.craftgate.unreleasedOrders.add(order.id)
      throw error
    }
  }

  private async known(data: unknown): Promise<Known> {
    const ours = readPaymentData(data)
    const record = ours && (await this.craftgate.checkouts.find({ reference: ours.reference }))
    if (!record || ours.payment === undefined) throw notAllowed(this.language, 'not-ours')
    return {
      account: record.account,
      paymentId: ours.payment,
      record,
      data: { ...(data as Record<string, unknown>), ...ours },
    }
  }

  /** Throws unless the operation is done: Medusa has no state for one that is still on its way. */
  private requireDone(result: OperationResult): void {
    if (result.state !== 'done') throw notAllowed(this.language, pendingReason(result) ?? 'no-reason')
  }

  /** For as long as it lasts nobody takes this row for what a dead server left behind. */
  private atWorkOn<T>(rowId: string, work: () => Promise<T>): Promise<T> {
    return this.craftgate.leases.during(rowLease(rowId), 0, work)
  }

  /**
   * A part of the smallest unit moves nothing: rounding it each time would move more than was asked for. Only all that
   * there is (`whole`) is rounded, as the total was when it was paid.
   */
  private exactly(amount: types.BigNumberInput, whole: types.BigNumberInput, { record }: Known): Money {
    const { currency } = record.expected
    if (isWhole(amount, currency) || MathBN.eq(amount, whole)) return moneyOf(amount, currency)
    throw notAllowed(this.language, notWholeAmount(currency, MathBN.convert(amount).toFixed()))
  }

  /** What there was to refund before Medusa wrote this refund down. */
  private async restWithout(refundId: string, otherwise: types.BigNumberInput) {
    const [row] = await this.payments.listRefunds({ id: [refundId] }, { relations: ['payment'] })
    if (!row?.payment) return otherwise
    const payment = await this.payments.retrievePayment(row.payment.id, {
      relations: ['captures', 'refunds'],
    })
    const others = (payment.refunds ?? []).filter(({ id }) => id !== refundId)
    return MathBN.sub(sumOf(payment.captures ?? []), sumOf(others))
  }

  /** Medusa would ask us, and only then find that it can not write the refund or the cancel into the order. */
  private async refuseWhileOrderChanges(known: Known): Promise<void> {
    const order = await this.orderOf(known)
    if (!order || order.status === 'canceled') return
    const open = await openChangesOf(appContainer, order.id)
    if (open.length > 0) throw notAllowed(this.language, 'open-change')
  }

  private async orderOf({ record }: Known) {
    return (await new Sessions(appContainer).read(record.order))?.payment_collection?.order
  }

  /** Medusa tells a provider no amount, but it has written the capture down before it asks. */
  private async captureRow(id: string | undefined) {
    if (id === undefined) return undefined
    const [row] = await this.payments.listCaptures({ id: [id] }, { relations: ['payment'] })
    return row
  }

  /** The bank released what the first capture left. */
  private async refuseSecond(capture: types.CaptureDTO | undefined): Promise<void> {
    if (!capture) return
    const payment = await this.payments.retrievePayment(capture.payment.id, { relations: ['captures'] })
    const others = (payment.captures ?? []).filter(({ id }) => id !== capture.id)
    if (others.length > 0) throw notAllowed(this.language, 'captured-once')
  }

  /**
   * A refund of the same amount that Medusa has no row of: it was refused while the bank worked on it, a part of it
   * moved before the rest failed, or its server died. It is recorded now instead of made again. Of two that want it, the
   * one that writes first gets it. A row that records a certain operation takes that one only.
   */
  private async adopted(known: Known, amount: Money, row: Row): Promise<PaymentOperation | undefined> {
    for (let tries = 0; tries < CLAIM_ATTEMPTS; tries += 1) {
      const lost = await this.lostRefund(known, amount, row)
      if (lost === undefined) return undefined
      await markRecording(this.craftgate, lost)
      const claimed = await this.craftgate.operations.save({ ...lost, shopReference: row.refundId })
      if (claimed !== 'conflict') return claimed
    }
    throw notAllowed(this.language, 'being-recorded')
  }

  private async lostRefund(known: Known, amount: Money, { refundId, recorded, destination }: Row) {
    const all = await this.operationsOf(known)
    const wanted = all.filter(({ key }) => recorded === undefined || key === recorded)
    for (const operation of wanted.filter((each) => isSameRefund(each, amount, { recorded, destination }))) {
      if (!(await this.isBooked(operation, refundId))) return operation
    }
    return undefined
  }

  private async recordedBy(refundId: string): Promise<string | undefined> {
    const [row] = await this.payments.listRefunds({ id: [refundId] })
    return recordedKeyOf(row?.created_by)
  }

  private async isBooked({ shopReference }: PaymentOperation, exceptId: string): Promise<boolean> {
    if (shopReference === undefined || shopReference === exceptId) return false
    const rows = await this.payments.listRefunds({ id: [shopReference] })
    return rows.length > 0
  }

  private operationsOf(payment: Known): Promise<PaymentOperation[]> {
    return this.craftgate.operations.of(refOf(payment))
  }

  private get payments() {
    return appContainer.resolve(Modules.PAYMENT)
  }

  private get craftgate() {
    return craftgateIn(appContainer)
  }

  private get commerce() {
    return this.craftgate.commerce
  }

  private get language() {
    return this.craftgate.options.language
  }
}

const refOf = ({ account, paymentId }: PaymentRef): PaymentRef => ({ account, paymentId })

/** Medusa's id of the refund, in the letters that Craftgate takes. */
const refundKey = (paymentId: number, refundId: string): string =>
  `refund-${paymentId}-${refundId.replace(/^ref_/, '').replace(/[^A-Za-z0-9.-]/g, '.')}`

/** Of a refund that failed, what counts is the part that moved. */
function isSameRefund(
  operation: PaymentOperation,
  wanted: Money,
  { recorded, destination }: Pick<Row, 'recorded' | 'destination'>,
): boolean {
  if (operation.kind !== 'refund') return false
  // A row that only records what happened says nothing of where it went.
  if (recorded === undefined && refundDestinationOf(operation) !== destination) return false
  const { minor, currency } = operation.state === 'failed' ? movedOf(operation) : operation.amount
  return minor === wanted.minor && currency === wanted.currency
}
