import { html } from 'hono/html'
import type { SandboxContext } from '../engine/context'
import type { MerchantPos } from '../engine/pos/merchant-pos'
import { type Html, tableSection, tag } from './components'

/** A merchant's virtual POS, in the order of its routing. */
export interface PosLine {
  readonly id: number
  readonly merchant: string
  readonly alias: string
  readonly name: string
  readonly bank: string
  readonly currencies: string
  readonly status: string
  /** What Craftgate's watch says of one on AUTOPILOT. */
  readonly autopilot?: string
  /** A test makes it refuse everything, with this error group. */
  readonly refuses?: string
}

export const posLines = ({ merchants, faultSettings }: SandboxContext): readonly PosLine[] =>
  merchants.flatMap(({ name: merchant, poses }) =>
    poses.map((pos) => ({
      ...{ id: pos.id, merchant, alias: pos.alias, name: pos.name, bank: pos.bank, status: pos.status },
      ...{ currencies: pos.currencies.join(', '), refuses: faultSettings.refusingPoses[pos.alias] },
      autopilot: pos.status === 'AUTOPILOT' ? autopilotOf(pos) : undefined,
    })),
  )

function autopilotOf({ autopilot }: MerchantPos): string {
  const word = (isUp: boolean) => (isUp ? 'open' : 'closed')
  return `3D Secure ${word(autopilot.isThreeDsUp)}, without ${word(autopilot.isNonThreeDsUp)}`
}

export const posTable = (lines: readonly PosLine[]): Html =>
  tableSection({
    ...{ id: 'poses', title: 'POSes', lines },
    heads: ['Id', 'Merchant', 'Alias', 'Name', 'Bank', 'Currencies', 'Status', 'Autopilot'],
    row: (line) => html`<tr>
      <td><code>${line.id}</code></td><td>${line.merchant}</td><td><code>${line.alias}</code></td><td>${line.name}</td>
      <td>${line.bank}</td><td>${line.currencies}</td>
      <td>${tag(line.status)}${line.refuses === undefined ? '' : html` ${tag('error')}<br><small>${line.refuses}</small>`}</td>
      <td>${line.autopilot ?? '–'}</td>
    </tr>`,
    empty: 'No merchant has a POS.',
  })
