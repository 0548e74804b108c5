import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ConsoleData } from './console-data'
import { answerDocument } from './console-document'
import { consoleSections } from './tables'
import { testCardTable } from './test-card-table'

const links = [
  ['payments', 'Payments'],
  ['checkouts', 'Checkouts'],
  ['refunds', 'Refunds'],
  ['webhooks', 'Webhooks'],
  ['links', 'Pay links'],
  ['fraud-checks', 'Fraud checks'],
  ['value-lists', 'Value lists'],
  ['members', 'Members'],
  ['wallets', 'Wallets'],
  ['payouts', 'Payouts'],
  ['transfers', 'Transfers'],
  ['reports', 'Reports'],
  ['withdraws', 'Withdrawals'],
  ['remittances', 'Remittances'],
  ['wallet-refunds', 'Refunds of wallet moves'],
  ['payout-accounts', 'Payout accounts'],
  ['poses', 'POSes'],
  ['payment-tokens', 'Payment tokens'],
  ['requests', 'API requests'],
  ['test-cards', 'Test cards'],
] as const

/** The whole console document. `filter` is what its lists were searched for. */
export const answerConsole = (c: Context, data: ConsoleData, filter: string) =>
  answerDocument(
    c,
    html`<div id="view">${consoleSections(data)}</div>
  ${testCardTable()}`,
    html`<nav aria-label="Sections">${links.map(([id, label]) => html`<a href="#${id}">${label}</a>`)}</nav>
  <form role="search" action="/" class="filter"><label>Filter <input type="search" name="q" value="${filter}"></label></form>
  <p class="live" role="status" id="live">live</p>`,
  )
