import { html } from 'hono/html'
import { merchantOf, type SandboxContext } from '../engine/context'
import { checkedRule } from '../engine/fraud/rules'
import { valuesOf } from '../engine/fraud/value-lists'
import { actionButton, type Html, isoOf, moment, tableSection, tag } from './components'

/** A payment that a rule caught. */
export interface FraudCheckLine {
  readonly id: number
  readonly merchant: string
  readonly apiKey: string
  readonly at: string
  readonly paymentId: number
  readonly rule: string
  readonly conditions: string
  readonly action: string
  /** WAITING, FRAUD or NOT_FRAUD. */
  readonly status: string
}

/** A list of values that rules name with an @. */
export interface ValueListLine {
  readonly name: string
  readonly merchant: string
  readonly type: string
  readonly values: readonly { readonly value: string; readonly label?: string; readonly expiresAt?: string }[]
}

export const fraudCheckLines = (ctx: SandboxContext): readonly FraudCheckLine[] =>
  ctx.state.fraudChecks.toReversed().map((check) => {
    const { name: rule, conditions } = checkedRule(ctx, check)
    const { id, merchant: apiKey, createdAt, paymentId, action, status } = check
    const merchant = merchantOf(ctx, apiKey).name
    return { ...{ id, merchant, apiKey, at: isoOf(createdAt), paymentId }, rule, conditions, action, status }
  })

export const valueListLines = (ctx: SandboxContext): readonly ValueListLine[] =>
  ctx.state.fraudValueLists.toReversed().map((list) => ({
    ...{ name: list.name, merchant: merchantOf(ctx, list.merchant).name, type: list.type },
    values: valuesOf(ctx, list).map(({ value, label, expiresAt }) => ({
      ...{ value, label, expiresAt: isoOf(expiresAt) },
    })),
  }))

export const fraudCheckTable = (lines: readonly FraudCheckLine[]): Html =>
  tableSection({
    ...{ id: 'fraud-checks', title: 'Fraud checks', lines },
    heads: ['Id', 'Merchant', 'Time', 'Payment', 'Rule', 'Action', 'Status', ''],
    row: (line) => html`<tr>
      <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${moment(line.at)}</td><td><code>${line.paymentId}</code></td>
      <td>${line.rule}<br><small>${line.conditions}</small></td><td>${tag(line.action)}</td><td>${tag(line.status)}</td>
      <td>${line.status === 'WAITING' ? decisions(line) : ''}</td>
    </tr>`,
    empty: 'No rule caught a payment. “Next payment” above plays one, the seed’s fraudRules do.',
  })

/** What a person does in the merchant's panel. */
const decisions = ({ id, apiKey }: FraudCheckLine): Html =>
  html`<div class="row">${(['NOT_FRAUD', 'FRAUD'] as const).map((status) =>
    actionButton(status, { do: 'fraud-check', id: String(id), status, apiKey }),
  )}</div>`

export const valueListTable = (lines: readonly ValueListLine[]): Html =>
  tableSection({
    ...{ id: 'value-lists', title: 'Value lists', lines },
    heads: ['Name', 'Merchant', 'Type', 'Values'],
    row: ({ name, merchant, type, values }) => html`<tr>
      <td><code>@${name}</code></td><td>${merchant}</td><td>${type}</td>
      <td class="tries">${values.length === 0 ? '–' : html`<ol>${values.map(valueItem)}</ol>`}</td>
    </tr>`,
    empty: 'No list of values was made: POST /fraud/v1/value-lists.',
  })

const valueItem = ({ value, label, expiresAt }: ValueListLine['values'][number]): Html =>
  html`<li><code>${value}</code>${label === undefined ? '' : ` · ${label}`}${expiresAt === undefined ? '' : html` · until ${moment(expiresAt)}`}</li>`
