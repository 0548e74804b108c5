import type { CheckoutLine, ConsoleData, PaymentLine, RefundLine, RequestLine, WebhookLine } from '../console'
import type { ActiveFault } from '../control/fault'
import type { RequestRecord } from '../control/request-record'
import type { CheckoutRow, PaymentRow, RefundRow } from '../control/rows'
import { binByDigits } from '../engine/cards/test-card'
import type { Switches } from '../engine/switches'
import type { WebhookEvent } from '../engine/webhooks/event'

export const paymentLine = (row: PaymentRow): PaymentLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  cardBrand: binByDigits(row.cardBin)?.brand,
  lastFour: row.cardLastFour,
  error: row.errorGroup ?? row.errorCode,
})

export const checkoutLine = (row: CheckoutRow, pageUrl: string): CheckoutLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  pageUrl,
})

export const refundLine = (row: RefundRow): RefundLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  kind: row.type,
})

export const requestLine = (record: RequestRecord): RequestLine => ({
  ...record,
  at: record.at.toISOString(),
  note: record.fault ?? record.errorGroup ?? record.errorCode,
})

export const webhookLine = (event: WebhookEvent): WebhookLine => ({
  ...event,
  at: new Date(event.eventTimestamp * 1000).toISOString(),
  dueAt: event.state === 'pending' ? new Date(event.dueAt).toISOString() : undefined,
  deliveries: event.deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at).toISOString() })),
})

export const switchView = (switches: Switches, faults: readonly ActiveFault[]): ConsoleData['switches'] => ({
  loseCallbacks: switches.loseCallbacks,
  duplicateCallbacks: switches.duplicateCallbacks,
  loseWebhooks: switches.loseWebhooks,
  duplicateWebhooks: switches.webhookCopies > 1,
  reorderWebhooks: switches.reorderWebhooks,
  pauseWebhooks: switches.webhooksPaused,
  nextPayment: switches.nextFraud,
  nextRefund: switches.nextRefund,
  faults: faults.filter(({ hit, times }) => hit < times).map(inWords),
})

function inWords({ kind, match, status, ms, times, hit }: ActiveFault): string {
  const what = kind === 'status' ? `answer ${status}` : kind === 'delay' ? `delay ${ms} ms` : kind
  const where = `${match.method ?? 'any'} ${match.pathRegex ?? match.path ?? 'request'}`
  return `${what} on ${where}, ${times - hit} more`
}
