import { html } from 'hono/html'
import { merchantOf, type SandboxContext } from '../engine/context'
import { isOnSale, soldCount } from '../engine/links/sales'
import { exponentOf, toText } from '../money/minor'
import { type Html, isoOf, moment, tableSection, tag } from './components'

/** A merchant's pay link. */
export interface LinkLine {
  readonly id: number
  readonly merchant: string
  readonly name: string
  readonly price: string
  readonly currency: string
  /** `on sale`, or why it is not: its status, `sold out`, `ended`. */
  readonly state: string
  readonly inParts: boolean
  readonly soldCount: number
  readonly stock?: number
  readonly expiresAt?: string
  readonly url: string
}

export const linkLines = (ctx: SandboxContext): readonly LinkLine[] =>
  ctx.state.linkProducts.toReversed().map((product) => {
    const { id, merchant, name, price, currency, stock, expiresAt, token } = product
    const isOver = expiresAt !== undefined && ctx.clock.now() >= expiresAt
    const why = product.status === 'PASSIVE' ? 'PASSIVE' : isOver ? 'ended' : 'sold out'
    return {
      ...{ id, merchant: merchantOf(ctx, merchant).name, name, currency, stock, expiresAt: isoOf(expiresAt) },
      ...{ price: toText(price, exponentOf(currency)), soldCount: soldCount(ctx, product) },
      ...{ state: isOnSale(ctx, product) ? 'on sale' : why, inParts: product.multiPayment === true },
      url: `${ctx.url()}/link/${token}`,
    }
  })

export const linkTable = (lines: readonly LinkLine[]): Html =>
  tableSection({
    ...{ id: 'links', title: 'Pay links', lines },
    heads: ['Id', 'Merchant', 'Name', 'Price#', 'State', 'Sold#', 'In parts', 'Ends', ''],
    row: (line) => html`<tr>
      <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${line.name}</td>
      <td class="number">${line.price} ${line.currency}</td><td>${tag(line.state)}</td>
      <td class="number">${line.soldCount}${line.stock === undefined ? '' : ` of ${line.stock}`}</td>
      <td>${line.inParts ? 'yes' : 'no'}</td><td>${line.expiresAt === undefined ? '–' : moment(line.expiresAt)}</td>
      <td><a href="${line.url}" target="_blank" rel="noopener">open link</a></td>
    </tr>`,
    empty: 'No pay link was made yet: POST /craftlink/v1/products.',
  })
