import { html } from 'hono/html'
import { actionButton, type Html, moment, tableSection, tag } from './components'
import type {
  CheckoutLine,
  ConsoleData,
  DeliveryLine,
  PaymentLine,
  RefundLine,
  RequestLine,
  WebhookLine,
} from './console-data'
import { controls } from './fault-panel'
import { fraudCheckTable, valueListTable } from './fraud-lists'
import { keys } from './keys'
import { linkTable } from './link-list'
import { marketplaceSections } from './marketplace-tables'
import { paymentTokenTable } from './payment-token-list'
import { payoutAccountTable } from './payout-account-list'
import { posTable } from './pos-list'
import { remittanceTable, walletRefundTable, withdrawTable } from './wallet-lists'

/** The part of the console that refreshes itself. */
export function consoleSections(data: ConsoleData): Html {
  return html`<div class="columns">${keys(data)}${controls(data)}</div>
    ${payments(data.payments)}${checkouts(data.checkouts)}${refunds(data.refunds)}${webhooks(data)}${linkTable(data.links)}
    ${fraudCheckTable(data.fraudChecks)}${valueListTable(data.valueLists)}${marketplaceSections(data)}${withdrawTable(data.withdraws)}
    ${remittanceTable(data.remittances)}${walletRefundTable(data.walletRefunds)}${payoutAccountTable(data.payoutAccounts)}
    ${posTable(data.poses)}${paymentTokenTable(data.paymentTokens)}${requests(data.requests)}`
}

const payments = (lines: readonly PaymentLine[]): Html =>
  tableSection({
    id: 'payments',
    title: 'Payments',
    heads: ['Id', 'Time', 'Price#', 'Paid#', 'Inst.#', 'Status', 'Phase', 'Refund', 'Card', '3DS', 'From'],
    row: payment,
    lines,
    empty: 'No payment yet. Start a checkout through the API and pay it with a test card.',
  })

function payment(line: PaymentLine): Html {
  const dearer = line.paidPrice !== line.price
  return html`<tr>
    <td><code>${line.id}</code></td><td>${moment(line.at)}</td>
    <td class="number">${line.price} ${line.currency}</td><td class="number ${dearer ? 'dearer' : ''}">${line.paidPrice}</td>
    <td class="number">${line.installment}</td>
    <td>${tag(line.status)} ${line.fraudAction === undefined ? '' : tag(line.fraudAction)}${line.error === undefined ? '' : html`<br><small>${line.error}</small>`}</td>
    <td>${line.phase}</td><td>${line.refundStatus === undefined ? '–' : tag(line.refundStatus)}</td>
    <td>${paidWith(line)}</td><td>${line.threeDS ? 'yes' : 'no'}</td>
    <td>${line.source}${line.conversationId === undefined ? '' : html`<br><small>${line.conversationId}</small>`}</td>
  </tr>`
}

/** The card, or the way to pay that has none. */
const paidWith = ({ cardBrand, lastFour, method }: PaymentLine): Html =>
  lastFour === undefined ? html`${method}` : html`${cardBrand ?? ''} <code>•••• ${lastFour}</code>`

const checkouts = (lines: readonly CheckoutLine[]): Html =>
  tableSection({
    id: 'checkouts',
    title: 'Checkouts',
    heads: ['Token', 'Started', 'Price#', 'State', 'Expires', 'External id', ''],
    row: checkout,
    lines,
    empty: 'No hosted payment page was asked for yet.',
  })

const checkout = (line: CheckoutLine): Html => html`<tr>
  <td><code>${line.token}</code></td><td>${moment(line.at)}</td><td class="number">${line.price} ${line.currency}</td>
  <td>${tag(line.state)}</td><td>${moment(line.expiresAt)}</td><td>${line.externalId ?? '–'}</td>
  <td><a href="${webAddress(line.pageUrl)}" target="_blank" rel="noopener">open page</a></td>
</tr>`

const refunds = (lines: readonly RefundLine[]): Html =>
  tableSection({
    id: 'refunds',
    title: 'Refunds',
    heads: ['Id', 'Time', 'Payment', 'Transaction', 'Amount#', 'Kind', 'Status', 'Conversation id'],
    row: refund,
    lines,
    empty: 'Nothing was refunded yet.',
  })

const refund = (line: RefundLine): Html => html`<tr>
  <td><code>${line.id}</code></td><td>${moment(line.at)}</td><td><code>${line.paymentId}</code></td>
  <td><code>${line.transactionId ?? '–'}</code></td><td class="number">${line.amount} ${line.currency}</td>
  <td>${line.kind}</td><td>${tag(line.status)}</td><td>${line.conversationId ?? '–'}</td>
</tr>`

const webhooks = ({ webhooks: lines, now }: ConsoleData): Html =>
  tableSection({
    id: 'webhooks',
    title: 'Webhooks',
    heads: ['Time', 'Event', 'Status', 'Payload id', 'State', 'Tries', ''],
    row: (line) => webhookRow(line, now),
    lines,
    empty: 'No event yet. The first try comes 30 seconds after a payment.',
  })

const requests = (lines: readonly RequestLine[]): Html =>
  tableSection({
    id: 'requests',
    title: 'API requests',
    heads: ['Time', 'Method', 'Path', 'Status', 'ms#', ''],
    row: request,
    lines,
    empty: 'Nobody called the API yet.',
  })

const request = (line: RequestLine): Html => html`<tr>
  <td>${moment(line.at)}</td><td>${line.method}</td><td>${line.exchangeId === undefined ? html`<code>${line.path}</code>` : html`<a href="/_console/requests/${line.exchangeId}"><code>${line.path}</code></a>`}</td>
  <td><span class="tag ${line.status === 0 || line.status >= 400 ? 'bad' : 'good'}">${line.status === 0 ? 'none' : line.status}</span></td>
  <td class="number">${line.ms}</td><td><small>${line.note ?? ''}</small></td>
</tr>`

/** Never a `javascript:` link, whoever made the address. */
const webAddress = (url: string): string => (/^https?:\/\//.test(url) ? url : '#checkouts')

/** One event with every try to deliver it, and the button that sends it again. */
function webhookRow(line: WebhookLine, now: string): Html {
  return html`<tr>
    <td>${moment(line.at)}</td><td>${line.eventType}</td><td>${tag(line.status)}</td><td><a href="/_console/webhooks/${line.id}"><code>${line.payloadId}</code></a></td>
    <td>${tag(line.state)}${line.dueAt === undefined ? '' : html`<br><small>next try ${dueIn(line.dueAt, now)}</small>`}</td>
    <td class="tries">${line.deliveries.length === 0 ? '–' : html`<ol>${line.deliveries.map(delivery)}</ol>`}</td>
    <td>${actionButton('Send again', { do: 'resend', id: line.id })}</td>
  </tr>`
}

const delivery = ({ at, url, status, error, ms }: DeliveryLine): Html =>
  html`<li title="${url}">${moment(at)} · ${status ?? error ?? 'no answer'} · ${ms} ms</li>`

function dueIn(due: string, now: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(due) - Date.parse(now)) / 1000))
  return seconds < 120 ? `in ${seconds} s` : `in ${Math.round(seconds / 60)} min`
}
