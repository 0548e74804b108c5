import { html } from 'hono/html'
import { actionButton, type Html, moment, tableSection, tag } from './components'
import type {
  ConsoleData,
  MemberLine,
  MoveLine,
  PayoutLine,
  ReportLine,
  TransferLine,
  WalletLine,
} from './console-data'

/** Members and their money, transfers that came to the merchant's bank, and files that were ordered. */
export const marketplaceSections = ({ members, wallets, payouts, transfers, reports }: ConsoleData): Html =>
  html`${memberTable(members)}${walletTable(wallets)}${payoutTable(payouts)}${transferTable(transfers)}${reportTable(reports)}`

const memberTable = (lines: readonly MemberLine[]): Html =>
  tableSection({
    ...{ id: 'members', title: 'Members', lines },
    heads: ['Id', 'Merchant', 'Name', 'External id', 'Kind', 'Earnings to', 'Registered'],
    row: (line) => html`<tr>
        <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${line.name}</td><td><code>${line.externalId}</code></td>
        <td>${line.kind}</td><td>${line.destination ?? '–'}</td><td>${moment(line.at)}</td>
      </tr>`,
    empty: 'No member is registered.',
  })

const walletTable = (lines: readonly WalletLine[]): Html =>
  tableSection({
    ...{ id: 'wallets', title: 'Wallets', lines },
    heads: ['Id', 'Merchant', 'Member', 'Balance#', 'Withdrawable#', 'Last moves'],
    row: (line) => html`<tr>
        <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${line.memberId ?? 'the merchant'}</td>
        <td class="number">${line.balance} ${line.currency}</td><td class="number">${line.withdrawable ?? '–'}</td>
        <td class="tries">${line.moves.length === 0 ? '–' : html`<ol>${line.moves.slice(0, LAST_MOVES).map(move)}</ol>`}</td>
      </tr>`,
    empty: 'Nobody has a wallet.',
  })

const LAST_MOVES = 5

const move = ({ at, type, amount }: MoveLine): Html => html`<li>${moment(at)} · ${type} · ${amount}</li>`

const payoutTable = (lines: readonly PayoutLine[]): Html =>
  tableSection({
    ...{ id: 'payouts', title: 'Payouts', lines },
    heads: ['Id', 'File', 'Time', 'Type', 'To', 'Amount#', 'By', 'File is', 'Sent back', ''],
    row: (line) => html`<tr>
        <td><code>${line.id}</code></td><td><code>${line.fileId}</code></td><td>${moment(line.at)}</td><td>${line.type}</td>
        <td>${line.payee}</td><td class="number">${line.amount} ${line.currency}</td><td>${line.destination}</td>
        <td>${tag(line.fileStatus)}</td><td>${tag(line.bounceStatus)}</td><td>${nextStep(line)}</td>
      </tr>`,
    empty:
      'Nothing was paid out yet. A marketplace settles into wallets by the API, and makes payout files in its panel.',
  })

/** What the merchant, or the seller's bank, does next. */
function nextStep({
  id,
  fileId,
  fileStatus,
  destination,
  payee,
  bounceStatus,
  apiKey,
}: PayoutLine): Html | string {
  const button = (label: string, step: string, of: number) =>
    actionButton(label, { do: 'payout', step, id: String(of), apiKey })
  if (fileStatus === 'CREATED') return button('Upload file', 'upload', fileId)
  if (fileStatus === 'UPLOADED') return button('Approve file', 'approve', fileId)
  const mayBounce = destination === 'IBAN' && bounceStatus === 'NOT_BOUNCED' && !payee.startsWith('MERCHANT')
  return mayBounce ? button('Send back', 'bounce', id) : ''
}

const transferTable = (lines: readonly TransferLine[]): Html =>
  tableSection({
    ...{ id: 'transfers', title: 'Incoming transfers', lines },
    heads: ['Id', 'Time', 'Sender', 'Description', 'Amount#', 'State'],
    row: (line) => html`<tr>
        <td><code>${line.id}</code></td><td>${moment(line.at)}</td><td>${line.senderName}</td><td>${line.description}</td>
        <td class="number">${line.amount} ${line.currency}</td><td>${tag(line.state)}</td>
      </tr>`,
    empty: 'No transfer came in. control.bankAccounts.receive plays one.',
  })

const reportTable = (lines: readonly ReportLine[]): Html =>
  tableSection({
    ...{ id: 'reports', title: 'Ordered reports', lines },
    heads: ['Id', 'Type', 'From', 'To', 'State'],
    row: (line) => html`<tr>
        <td><code>${line.id}</code></td><td>${line.type}</td><td>${moment(line.from)}</td><td>${moment(line.to)}</td>
        <td>${tag(line.state)}</td>
      </tr>`,
    empty: 'No report was ordered.',
  })
