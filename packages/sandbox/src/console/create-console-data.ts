import type { RequestLog } from '@craftgate-commerce/emulator-kit'
import type { Control } from '../control/control'
import type { ActiveFault, FaultInput } from '../control/fault'
import type { RequestRecord } from '../control/request-record'
import type { CheckoutRow, PaymentRow, RefundRow } from '../control/rows'
import { binByDigits } from '../engine/cards/test-card'
import { pageUrl, requireCheckout } from '../engine/checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../engine/context'
import { defaultFaultSettings, type FaultSettings } from '../engine/fault-settings'
import type { WebhookEvent } from '../engine/webhooks/event'
import type { Exchange } from '../http/exchange'
import type { ConsoleAction } from './console-action'
import type {
  CheckoutLine,
  ConsoleData,
  PaymentLine,
  RefundLine,
  RequestLine,
  WebhookLine,
} from './console-data'
import { fraudCheckLines, valueListLines } from './fraud-lists'
import { linkLines } from './link-list'
import { marketplaceData } from './marketplace-data'
import { paymentTokenLines } from './payment-token-list'
import { payoutAccountLines } from './payout-account-list'
import { posLines } from './pos-list'
import { remittanceLines, walletRefundLines, withdrawLines } from './wallet-lists'
import type { PostedWebhook } from './webhook-page'

/** What the console needs from the sandbox around it. */
export interface ConsoleSources {
  /** Everything that the page shows, newest first. The page itself shows the first hundred of each list. */
  data(): ConsoleData
  /** Does what a button asks. Throws an Error with a sentence for the developer when it can't. */
  act(action: ConsoleAction): void | Promise<void>
  /** One call of the API, with the secret key of its API key where somebody has that; undefined once it is forgotten. */
  exchange(id: number): { readonly exchange: Exchange; readonly secretKey?: string } | undefined
  /** One event, as it is posted; undefined when there is none with this id. */
  webhook(id: string): PostedWebhook | undefined
}

export interface ConsoleDependencies {
  readonly ctx: SandboxContext
  readonly control: Control
  readonly webhookUrls: ReadonlyMap<string, string>
  readonly exchanges: RequestLog<Exchange>
}

/** Makes the console's data from the sandbox's state. */
export function createConsoleSources({
  ctx,
  control,
  webhookUrls,
  exchanges,
}: ConsoleDependencies): ConsoleSources {
  const newest = <T, L>(rows: readonly T[], line: (row: T) => L): L[] => rows.toReversed().map(line)
  return {
    data: () => ({
      url: ctx.url(),
      now: control.clock.now().toISOString(),
      timeScale: ctx.clock.scale,
      merchants: ctx.merchants.map((merchant) => ({
        ...merchant,
        webhookUrl: webhookUrls.get(merchant.apiKey),
      })),
      payments: newest(control.payments(), paymentLine),
      checkouts: newest(control.checkouts(), (row) =>
        checkoutLine(row, pageUrl(ctx, requireCheckout(ctx, row.merchant, row.token))),
      ),
      refunds: newest(control.refunds(), refundLine),
      webhooks: newest(control.webhooks.list(), webhookLine),
      ...marketplaceData(ctx, control),
      links: linkLines(ctx),
      fraudChecks: fraudCheckLines(ctx),
      valueLists: valueListLines(ctx),
      poses: posLines(ctx),
      withdraws: withdrawLines(ctx),
      remittances: remittanceLines(ctx),
      walletRefunds: walletRefundLines(ctx),
      payoutAccounts: payoutAccountLines(ctx),
      paymentTokens: paymentTokenLines(ctx),
      requests: newest(control.requests(), requestLine),
      faultSettings: faultSettingsView(ctx.faultSettings, control.faults.list()),
    }),
    act: (action) => act(ctx, control, action),
    exchange: (id) => {
      const exchange = exchanges.list().find((one) => one.id === id)
      const keys = ctx.merchants.flatMap((merchant) => [merchant, ...merchant.furtherKeys])
      const secretKey = keys.find(({ apiKey }) => apiKey === exchange?.apiKey)?.secretKey
      return exchange && { exchange, secretKey }
    },
    webhook: (id) => {
      const event = ctx.state.webhooks.find((one) => one.id === id)
      if (!event) return undefined
      const { webhookKey } = merchantOf(ctx, ctx.faultSettings.signAs ?? event.merchant)
      return { event, webhookKey, url: event.tokenOnlyUrl ?? webhookUrls.get(event.merchant) }
    },
  }
}

async function act(ctx: SandboxContext, control: Control, action: ConsoleAction): Promise<void> {
  switch (action.action) {
    case 'resend':
      await control.webhooks.resend(action.id)
      return
    case 'advance':
      await control.clock.advance({ seconds: action.seconds })
      return
    case 'switch':
      return turn(control, action.name, action.on === 'true')
    case 'next-payment':
      ctx.faultSettings.nextFraud = action.value === 'none' ? undefined : action.value
      return
    case 'next-refund':
      ctx.faultSettings.nextRefund = action.value === 'none' ? undefined : action.value
      return
    case 'end-refunds':
      control.refunds.finishWaiting(action.value)
      return
    case 'fault':
      control.faults.add(FAULTS[action.value])
      return
    case 'payout':
      return control.payouts[action.step](action.id, action.apiKey)
    case 'fraud-check':
      return control.fraud.decide(action.id, action.status, action.apiKey)
    case 'honest':
      return clearFaults(ctx, control)
  }
}

type Fault = Extract<ConsoleAction, { action: 'fault' }>['value']
type Switch = Extract<ConsoleAction, { action: 'switch' }>['name']

const FAULTS: Record<Fault, FaultInput> = {
  'drop-after': { kind: 'drop-after-commit' },
  'drop-before': { kind: 'drop-before' },
  'error-500': { kind: 'status', status: 500 },
  'error-503': { kind: 'status', status: 503 },
  delay: { kind: 'delay', ms: 5000 },
}

function turn({ callbacks, webhooks }: Control, name: Switch, on: boolean): void {
  const turns: Record<Switch, () => void> = {
    dropCallbacks: () => callbacks.lose(on),
    duplicateCallbacks: () => callbacks.duplicate(on),
    dropWebhooks: () => webhooks.lose(on),
    duplicateWebhooks: () => webhooks.duplicate(on ? 2 : 1),
    reorderWebhooks: () => webhooks.reorder(on),
    pauseWebhooks: () => (on ? webhooks.pause() : webhooks.resume()),
  }
  turns[name]()
}

function clearFaults(ctx: SandboxContext, control: Control): void {
  Object.assign(ctx.faultSettings, defaultFaultSettings())
  control.faults.clear()
  control.webhooks.resume()
}

const paymentLine = (row: PaymentRow): PaymentLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  cardBrand: binByDigits(row.cardBin ?? '')?.brand,
  lastFour: row.cardLastFour,
  error: row.errorGroup ?? row.errorCode,
})

const checkoutLine = (row: CheckoutRow, pageUrl: string): CheckoutLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  pageUrl,
})

const refundLine = (row: RefundRow): RefundLine => ({
  ...row,
  at: row.createdAt.toISOString(),
  kind: row.type,
})

const requestLine = (record: RequestRecord): RequestLine => ({
  ...record,
  at: record.at.toISOString(),
  note: record.fault ?? record.errorGroup ?? record.errorCode,
})

const webhookLine = (event: WebhookEvent): WebhookLine => ({
  ...event,
  at: new Date(event.eventTimestamp * 1000).toISOString(),
  dueAt: event.state === 'pending' ? new Date(event.dueAt).toISOString() : undefined,
  deliveries: event.deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at).toISOString() })),
})

const faultSettingsView = (
  faultSettings: FaultSettings,
  faults: readonly ActiveFault[],
): ConsoleData['faultSettings'] => ({
  dropCallbacks: faultSettings.dropCallbacks,
  duplicateCallbacks: faultSettings.duplicateCallbacks,
  dropWebhooks: faultSettings.dropWebhooks,
  duplicateWebhooks: faultSettings.webhookCopies > 1,
  reorderWebhooks: faultSettings.reorderWebhooks,
  pauseWebhooks: faultSettings.webhooksPaused,
  nextPayment: faultSettings.nextFraud,
  nextRefund: faultSettings.nextRefund,
  faults: faults.filter(({ hit, times }) => hit < times).map(inWords),
})

function inWords({ kind, match, status, ms, times, hit }: ActiveFault): string {
  const what = kind === 'status' ? `answer ${status}` : kind === 'delay' ? `delay ${ms} ms` : kind
  const where = `${match.method ?? 'any'} ${match.pathRegex ?? match.path ?? 'request'}`
  return `${what} on ${where}, ${times - hit} more`
}
