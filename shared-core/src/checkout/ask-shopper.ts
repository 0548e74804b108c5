// What the shopper of a way to pay that is started by API is asked and shown, before it starts and while it is open.
import { merchantOptionsOf } from '../account'
import { toBasket } from '../basket'
import type { StartResult } from '../commerce'
import { logError } from '../logger'
import { type DirectStart, isChoice, isTyped } from '../methods'
import { apm } from './direct/apm'
import { applePay } from './direct/apple-pay'
import { juzdan, posApm } from './direct/bank-apps'
import { bkmExpress } from './direct/bkm-express'
import { cardEntry } from './direct/card-entry'
import type { DirectFamily, Sale, Told } from './direct/family'
import { googlePay } from './direct/google-pay'
import { loan } from './direct/loan'
import { masterpass } from './direct/masterpass'
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
  'google-pay': googlePay,
  'apple-pay': applePay,
  masterpass,
  'bkm-express': bkmExpress,
}

export interface DirectOpening extends Opening {
  readonly direct: DirectStart
}

/** The hosted page serves this shopper, with the method alone. */
export type OnPage = 'on-page'

export async function saleOf({ options }: CheckoutDependencies, opening: DirectOpening): Promise<Sale> {
  const { direct: start, record, order, opener } = opening
  const merchant = merchantOptionsOf(options, record.account)
  const page = await pageOptions(options, order)
  return { start, merchant, record, order, opener, page, basket: toBasket(order) }
}

/** Asks once more. Not offered where the hosted page would serve him: an attempt of this method was begun without it. */
export async function askShopper(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  told: Told = {},
): Promise<StartResult> {
  const asked = await firstAsk(deps, opening, told)
  return asked === 'on-page' ? { kind: 'not-offered', method: opening.direct.name } : asked
}

/** What the method wants to know of the shopper before it starts. Not offered where there is nothing to choose from. */
export async function firstAsk(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  told: Told = {},
): Promise<StartResult | OnPage> {
  const { direct: start, record } = opening
  const fields = start.asks.map(({ field }) => field).filter(isTyped)
  const family = FAMILIES[start.family]
  const client = deps.clientFor(record.account)
  const ask = { kind: 'ask', method: start.name, fields, choices: [], ...told } as const
  if (family.ask) return family.ask(client, await saleOf(deps, opening), told)
  if (family.script) {
    const script = await scriptFor(deps, await saleOf(deps, opening))
    return script ? { ...ask, script } : 'on-page'
  }
  if (!fields.some(isChoice)) return ask
  const choices = (await family.choices?.(client, await saleOf(deps, opening))) ?? []
  return choices.length === 0 ? { kind: 'not-offered', method: start.name } : { ...ask, choices }
}

/** A page that cannot be made costs the shopper nothing: the hosted page serves him. */
async function scriptFor({ clientFor, logger }: CheckoutDependencies, sale: Sale) {
  const { start, record } = sale
  try {
    return await FAMILIES[start.family].script?.(clientFor(record.account), sale)
  } catch (error) {
    const facts = { checkout: record.id, method: start.name, error: logError(error) }
    logger.warn('A page with the script of a provider could not be made; the payment page is opened', facts)
    return undefined
  }
}

/** What the shopper of an open attempt is shown. */
export async function wayOnPage(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  wayOn: KnownWayOn,
): Promise<StartResult> {
  const { name: method } = opening.direct
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
    case 'script':
      return scriptStep(deps, opening, wayOn.content)
  }
}

/** The page on which the provider's script goes on with a payment that was begun. */
export async function scriptStep(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  content: string,
  problem?: 'refused',
): Promise<StartResult> {
  const { direct, record } = opening
  const { name: method, family } = direct
  const script = FAMILIES[family].onward?.(await saleOf(deps, opening), content)
  return script
    ? { kind: 'script', method, attempt: record.attempt, script, problem }
    : { kind: 'wait', method }
}

export const chargingPage = ({ name: method }: DirectStart): StartResult => ({
  kind: 'wait',
  method,
  charging: true,
})
