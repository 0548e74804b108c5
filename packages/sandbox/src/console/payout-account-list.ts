import { html } from 'hono/html'
import { merchantOf, type SandboxContext } from '../engine/context'
import { type Html, tableSection } from './components'

/** Where payouts in a foreign currency go. */
export interface PayoutAccountLine {
  readonly id: number
  readonly merchant: string
  /** The merchant, or a seller. */
  readonly owner: string
  readonly currency: string
  readonly type: string
  readonly externalAccountId: string
}

export const payoutAccountLines = (ctx: SandboxContext): readonly PayoutAccountLine[] =>
  ctx.state.payoutAccounts
    .toReversed()
    .map(
      ({ id, merchant, accountOwner, subMerchantMemberId: seller, currency, type, externalAccountId }) => ({
        ...{ id, merchant: merchantOf(ctx, merchant).name, currency, type, externalAccountId },
        owner: seller === undefined ? accountOwner : `${accountOwner} ${seller}`,
      }),
    )

export const payoutAccountTable = (lines: readonly PayoutAccountLine[]): Html =>
  tableSection({
    ...{ id: 'payout-accounts', title: 'Payout accounts', lines },
    heads: ['Id', 'Merchant', 'Owner', 'Currency', 'Type', 'Account'],
    row: (line) => html`<tr>
      <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${line.owner}</td><td>${line.currency}</td>
      <td>${line.type}</td><td><code>${line.externalAccountId}</code></td>
    </tr>`,
    empty: 'No account for payouts in a foreign currency was registered.',
  })
