import { html } from 'hono/html'
import type { Html } from './html'

export interface Table {
  readonly caption: string
  /** A heading that ends with '#' stands over numbers. */
  readonly heads: readonly string[]
  /** Cells of each row; the first one heads its row. */
  readonly rows: readonly (readonly (Html | string)[])[]
  readonly empty: string
}

const isNumber = (head: string | undefined): boolean => head?.endsWith('#') ?? false

/** On a phone each row becomes a card whose cells carry their headings; the roles say that it is a table still. */
export function table({ caption, heads, rows, empty }: Table): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`
  const names = heads.map((head) => head.replace(/#$/, ''))
  return html`<div class="scroll"><table role="table">
    <caption class="hidden">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${heads.map((head, at) => html`<th role="columnheader" scope="col" class="${isNumber(head) ? 'number' : ''}">${names[at]}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((cells) => html`<tr role="row">${cells.map((cell, at) => tableCell(cell, at, { heads, names }))}</tr>`)}</tbody>
  </table></div>`
}

type Heads = { readonly heads: readonly string[]; readonly names: readonly string[] }

const tableCell = (cell: Html | string, at: number, { heads, names }: Heads): Html =>
  at === 0
    ? html`<th role="rowheader" scope="row" data-head="${names[at]}"><div>${cell}</div></th>`
    : html`<td role="cell" class="${isNumber(heads[at]) ? 'number' : ''}" data-head="${names[at]}"><div>${cell}</div></td>`

/** Names and what they are; what is absent is left out. */
export const facts = (all: readonly (readonly [string, Html | string | undefined])[]): Html =>
  html`<dl class="facts">${all.map(([name, value]) => (value === undefined ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>`
