// What the shopper of a way to pay that is started by API is asked and shown, before it starts and while it is open.
import { toBasket } from '../basket'
import type { StartResult } from '../commerce'
import { type DirectStart, isChoice } from '../methods'
import { apm } from './direct/apm'
import { juzdan, posApm } from './direct/bank-apps'
import { cardEntry } from './direct/card-entry'
import type { DirectFamily, Sale, Told } from './direct/family'
import { loan } from './direct/loan'
import { storedCard } from './direct/stored-card'
import type { KnownWayOn } from './direct/way-on'
import type { Opening } from './init-request'
import { pageOptions } from './page-options'
import type { CheckoutDependencies } from './record'

/** One file each: a family of calls by which ways to pay are started (`DirectStart.family`). */
export const FAMILIES: Readonly<Record<DirectStart['family'], DirectFamily>> = {
  apm,
  loan,
  'pos-apm': posApm,
  juzdan,
  'stored-card': storedCard,
  card: cardEntry,
}

export interface DirectOpening extends Opening {
  readonly direct: DirectStart
}

export async function saleOf({ options }: CheckoutDependencies, opening: DirectOpening): Promise<Sale> {
  const { direct: start, record, order, opener } = opening
  return { start, record, order, opener, page: await pageOptions(options, order), basket: toBasket(order) }
}

/** What the method wants to know of the shopper before it starts. Not offered where there is nothing to choose from. */
export async function askShopper(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  told: Told = {},
): Promise<StartResult> {
  const { direct: start, record } = opening
  const fields = start.asks.map(({ field }) => field)
  const family = FAMILIES[start.family]
  const client = deps.clientFor(record.account)
  if (family.ask) return family.ask(client, await saleOf(deps, opening), told)
  if (!fields.some(isChoice)) return { kind: 'ask', method: start.name, fields, choices: [], ...told }
  const choices = (await family.choices?.(client, await saleOf(deps, opening))) ?? []
  if (choices.length === 0) return { kind: 'not-offered', method: start.name }
  return { kind: 'ask', method: start.name, fields, choices, ...told }
}

/** What the shopper of an open attempt is shown. */
export function wayOnPage({ name: method }: DirectStart, wayOn: KnownWayOn): StartResult {
  switch (wayOn.kind) {
    case 'redirect':
    case 'html':
      return wayOn
    case 'qr':
      return { kind: 'qr', method, text: wayOn.text }
    case 'code':
      return { kind: 'code', method }
    case 'wait':
      return { kind: 'wait', method }
  }
}

export const chargingPage = ({ name: method }: DirectStart): StartResult => ({
  kind: 'wait',
  method,
  charging: true,
})
