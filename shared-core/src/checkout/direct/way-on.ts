import { type DirectStart, directStart, isMethod, type MethodName } from '../../methods'
import { withoutCharge } from '../../payment'
import type { CheckoutRecord } from '../../platform'

/** What the shopper can be led on by. */
export type KnownWayOn = Exclude<WayOn, { kind: 'starting' | 'charging' }>

type Context = CheckoutRecord['context']
type WithContext = Pick<CheckoutRecord, 'context'>

/**
 * How the shopper of an attempt that was started by API goes on.
 * starting: nobody was led on, because the answer is under way or was lost. charging: so is the answer to a charge, which may
 * have taken the money. wait: he approves in an app, and Craftgate hears of it. script: the provider's own, on a page of ours;
 * nothing is paid before that page says more.
 */
export type WayOn =
  | { readonly kind: 'starting' }
  | { readonly kind: 'charging' }
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'script'; readonly content: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'wait' }

/** True for an attempt that was started by API: it has one payment, which no call of Craftgate closes, and no token. */
export const isDirect = ({ context }: WithContext): boolean => context.wayOn !== undefined

/** The way to pay that this attempt was opened for; undefined for a page that offers all of them. */
export function openedBy({ context: { openedBy: name } }: WithContext): MethodName | undefined {
  return name !== undefined && isMethod(name) ? name : undefined
}

/** How this attempt was started by API; undefined for one that has a page of Craftgate's. */
export const startOf = (record: WithContext): DirectStart | undefined =>
  isDirect(record) ? directStart(openedBy(record) ?? '') : undefined

/** What they charge is a card: by its number, by its keys, or by the token of a device. */
const OF_CARDS: ReadonlySet<DirectStart['family']> = new Set([
  'card',
  'stored-card',
  'google-pay',
  'apple-pay',
])

export const isOfCards = ({ family }: DirectStart): boolean => OF_CARDS.has(family)

export function chargesCard(record: WithContext): boolean {
  const start = startOf(record)
  return start !== undefined && isOfCards(start)
}

/** The shopper went on to another way to pay: what this one still promises does not wait for the order. */
export const isLeft = ({ context }: WithContext): boolean => context.left !== undefined

/** The method of the shop's own entry; a pay link may name another. */
export function chosenBefore({ context: { payBy: name } }: WithContext): MethodName | undefined {
  return name !== undefined && isMethod(name) ? name : undefined
}

/** A payment of BKM Express, which takes its money when Craftgate is told to. */
export const isTicket = (record: WithContext): boolean =>
  isDirect(record) && startOf(record)?.family === 'bkm-express'

/** The shopper approved it in the provider's app, and the money is taken when Craftgate is told to. */
export const isApproved = ({ context }: WithContext): boolean => context.approved !== undefined

export const withApproval = (context: Context): Context => ({ ...context, approved: 'yes' })

/** Without what one attempt remembers of the way it was opened. */
export function withoutOpening(context: Context): Context {
  const { openedBy: _method, wayOn: _wayOn, wayOnContent: _content, left: _left, ...others } = context
  const { approved: _approved, ...rest } = others
  return withoutCharge(rest)
}

export const withPage = (context: Context, method: MethodName | undefined): Context =>
  method === undefined ? withoutOpening(context) : { ...withoutOpening(context), openedBy: method }

export function withWayOn(context: Context, method: MethodName, wayOn: WayOn): Context {
  const { charge } = context
  const opened = { ...withPage(context, method), wayOn: wayOn.kind, ...(charge && { charge }) }
  switch (wayOn.kind) {
    case 'html':
      return { ...opened, wayOnContent: wayOn.html }
    case 'qr':
      return { ...opened, wayOnContent: wayOn.text }
    case 'script':
      return { ...opened, wayOnContent: wayOn.content }
    default:
      return opened
  }
}

/** What leads the shopper on may stand for a payment, and is of no use any more. */
export function withoutContent({ wayOnContent: _content, ...context }: Context): Context {
  return context
}

export const withLeft = (context: Context): Context => ({ ...withoutContent(context), left: 'yes' })

export const withChoice = ({ payBy: _earlier, ...context }: Context, method: string | undefined): Context =>
  method === undefined ? context : { ...context, payBy: method }

export function wayOnOf({
  context: { wayOn, wayOnContent },
  pageUrl,
}: Pick<CheckoutRecord, 'context' | 'pageUrl'>): WayOn {
  const isComplete = wayOn === 'redirect' ? pageUrl !== undefined : wayOnContent !== undefined
  switch (wayOn) {
    case 'charging':
    case 'code':
    case 'wait':
      return { kind: wayOn }
    case 'redirect':
      return isComplete ? { kind: 'redirect', url: pageUrl ?? '' } : { kind: 'starting' }
    case 'html':
      return isComplete ? { kind: 'html', html: wayOnContent ?? '' } : { kind: 'starting' }
    case 'qr':
      return isComplete ? { kind: 'qr', text: wayOnContent ?? '' } : { kind: 'starting' }
    case 'script':
      return isComplete ? { kind: 'script', content: wayOnContent ?? '' } : { kind: 'starting' }
    default:
      return { kind: 'starting' }
  }
}

/** Why the card of the attempt before was declined, in Craftgate's word, for the page that asks for another. */
export const withDecline = (context: Context, group: string | undefined): Context => ({
  ...context,
  declined: group ?? '',
})

export function withoutDecline({ declined: _declined, ...context }: Context): Context {
  return context
}

/** Undefined where no card was declined; empty where the bank gave no reason. */
export const declinedBefore = ({ context }: WithContext): string | undefined => context.declined
