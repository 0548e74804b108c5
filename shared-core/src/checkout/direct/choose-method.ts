import type { OrderSnapshot } from '../../basket'
import type { Opener } from '../../commerce'
import { canTake, type DirectStart, directStart, isStartable, type MethodName } from '../../methods'
import type { PageOptions } from '../../options/checkout-options'
import type { MerchantOptions } from '../../options/options'
import type { CheckoutRecord } from '../../platform'
import { masterpassNumber } from '../init-request'
import { walletFor } from '../wallet'

/** How an attempt is opened. Without a method: on the hosted page, which offers what the shop offers. */
export interface Choice {
  readonly method?: MethodName
  /** Absent where the hosted page is opened, for this method alone. */
  readonly direct?: DirectStart
}

interface Sale {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly page: PageOptions
  readonly opener: Opener
  /** The shop's own word: its entry's method, else that of its options. */
  readonly usual: MethodName | undefined
  readonly cardEntry: 'hosted' | 'server'
  readonly merchant: MerchantOptions
}

/**
 * The way to pay that the pay link names, else the usual one. `not-offered`: the link's is none, is not among those that the
 * shop names, or cannot take this sale.
 */
export function chooseMethod(sale: Sale): Choice | 'not-offered' {
  const { record, order, page, opener, usual } = sale
  const wanted = opener.method ?? usual
  if (wanted === undefined) return {}
  if (!isStartable(wanted)) return 'not-offered'
  const offered = order.enabledPaymentMethods ?? page.enabledPaymentMethods
  // A stored card is a card, and no tab of its own.
  const named = wanted === 'STORED_CARD' ? 'CARD' : wanted
  const isOffered = offered === undefined || offered.includes(named) || wanted === usual
  const takesIt = canTake(wanted, { currency: order.currency, phase: record.phase })
  const direct = startOf(wanted, sale)
  return isOffered && takesIt && hasTab(wanted, direct, sale) ? { method: wanted, direct } : 'not-offered'
}

/** The payment page has no tab of Masterpass for a buyer without a Turkish mobile: alone it would be empty. */
const hasTab = (wanted: MethodName, direct: DirectStart | undefined, { page, order }: Sale): boolean =>
  direct !== undefined || wanted !== 'MASTERPASS' || masterpassNumber(page, order.buyer) !== undefined

function startOf(wanted: MethodName, sale: Sale): DirectStart | undefined {
  const start = directStart(wanted)
  if (start?.family === 'card') return isTypedHere(sale) ? start : undefined
  const script = start && SCRIPTS[start.family]
  return script === undefined || mayRun(script, sale) ? start : undefined
}

const isTypedHere = ({ cardEntry, page }: Sale): boolean =>
  cardEntry === 'server' && !page.allowOnlyStoredCards

/** What runs a script of the provider's is started by API where its options and this opener allow it. */
function mayRun(script: ScriptWay, { merchant, record, order, opener }: Sale): boolean {
  const takesIt = record.phase === 'AUTH' || script.takesPreAuthorization === true
  const isHis = !script.ofTheBuyer || walletFor(order.buyer, opener) !== undefined
  return merchant[script.options] !== undefined && takesIt && isHis && !opener.wantsPage
}

/** A way to pay whose provider has a script of its own. */
interface ScriptWay {
  /** Options of the merchant that it needs. */
  readonly options: keyof MerchantOptions
  readonly takesPreAuthorization?: true
  /** It shows cards of the buyer, so that nobody else meets it. */
  readonly ofTheBuyer?: true
}

const SCRIPTS: Readonly<Partial<Record<DirectStart['family'], ScriptWay>>> = {
  'google-pay': { options: 'googlePay' },
  'apple-pay': { options: 'applePay' },
  masterpass: { options: 'masterpass', takesPreAuthorization: true, ofTheBuyer: true },
  'bkm-express': { options: 'bkmExpress' },
}
