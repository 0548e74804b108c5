import { html } from 'hono/html'
import { merchantOf, type SandboxContext } from '../engine/context'
import { type Html, tableSection } from './components'

/** A token for a value that must not travel; the value itself is not kept. */
export interface PaymentTokenLine {
  readonly token: string
  readonly merchant: string
}

export const paymentTokenLines = (ctx: SandboxContext): readonly PaymentTokenLine[] =>
  ctx.state.paymentTokens
    .toReversed()
    .map(({ token, merchant }) => ({ token, merchant: merchantOf(ctx, merchant).name }))

export const paymentTokenTable = (lines: readonly PaymentTokenLine[]): Html =>
  tableSection({
    ...{ id: 'payment-tokens', title: 'Payment tokens', lines },
    heads: ['Token', 'Merchant'],
    row: ({ token, merchant }) => html`<tr><td><code>${token}</code></td><td>${merchant}</td></tr>`,
    empty: 'No token was asked for.',
  })
