import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { Merchant, Pos } from '../../seed/seed'
import type { Bin } from '../cards/test-card'
import { commissionOf } from './commissions'
import { takesPayments } from './merchant-pos'

export interface RouteInput {
  /** Absent when nobody knows the card; such a card is refused later, by the bank. */
  readonly bin?: Bin
  readonly currency: string
  readonly installment: number
  readonly alias?: string
  readonly routing?: RoutingOptions
  /** Whether with 3D Secure; absent while nobody knows. */
  readonly threeDS?: boolean
}

/**
 * How a merchant wants one payment routed; in the official clients, not on the portal. In our reading `posAliases` are
 * all that may take it, and the rule chooses among those that can: ON_US the POS of the card's family,
 * LOW_COMMISSION_RATE the one whose bank keeps least, IN_ORDER the first of the list. `ignoreAdvancedPosRoutingRules`
 * changes nothing here, as the emulator has no such rules.
 */
export interface RoutingOptions {
  readonly orderingRule?: 'ON_US' | 'LOW_COMMISSION_RATE' | 'IN_ORDER'
  readonly posAliases?: readonly string[]
}

/**
 * The POS that a payment goes through: the one asked for, else the one that the routing options choose, else the one of
 * the card's family, else the first that may.
 * Throws a validation error when none may (developer.craftgate.io/api/payment/multi-currency-payment).
 */
export function routePos(merchant: Merchant, input: RouteInput): Pos {
  const candidates = candidatesOf(merchant, input)
  const inCurrency = keep(
    candidates,
    (pos) => pos.currencies.includes(input.currency),
    noPosForCurrency(input.currency),
  )
  const forCard = input.bin ? forBin(inCurrency, input.bin, input.currency) : inCurrency
  const inParts = input.installment > 1 ? withInstallment(forCard, input) : forCard
  return chosen(inParts, input)
}

function chosen(poses: readonly Pos[], { bin, installment, routing }: RouteInput): Pos {
  switch (routing?.orderingRule) {
    case 'IN_ORDER':
      return first(poses)
    case 'LOW_COMMISSION_RATE':
      return first(
        poses.toSorted(
          (a, b) => commissionOf(a, installment, bin).bankRate - commissionOf(b, installment, bin).bankRate,
        ),
      )
    default:
      return poses.find((pos) => bin && pos.cardBrands.includes(bin.brand)) ?? first(poses)
  }
}

/** Whether the merchant set at this POS that debit cards pay with 3D Secure only. */
export const forces3ds = (pos: Pos | undefined, bin: Bin | undefined): boolean =>
  bin?.type === 'DEBIT_CARD' && pos?.force3dsForDebitCards === true

/** A POS that is named and takes nothing now is refused by name; of all others those are left out. */
function candidatesOf(merchant: Merchant, { alias, routing, threeDS }: RouteInput): readonly Pos[] {
  const isOpen = (pos: Pos) => takesPayments(pos, threeDS)
  if (alias !== undefined) return keep(byAlias(merchant, alias), isOpen, closed(alias))
  const aliases = routing?.posAliases ?? []
  const all = aliases.length === 0 ? merchant.poses : aliases.flatMap((each) => byAlias(merchant, each))
  return all.filter(isOpen)
}

function byAlias(merchant: Merchant, alias: string): readonly Pos[] {
  const description = { tr: `"${alias}" POS'u bulunamadı`, en: `There is no POS "${alias}"` }
  return keep(merchant.poses, (pos) => pos.alias === alias, ApiError.invalid('4031', description))
}

function forBin(all: readonly Pos[], bin: Bin, currency: string): readonly Pos[] {
  const takes = ({ cardAssociations }: Pos) =>
    cardAssociations?.some((association) => association === bin.association) ?? true
  const poses = keep(all, takes, noPosForAssociation(bin.association))
  if (bin.foreign) {
    const closed = ApiError.payment(paymentError('NOT_PERMITTED_TO_FOREIGN_CARD'))
    return keep(poses, (pos) => pos.foreignCards, closed)
  }
  if (currency === 'TRY') return poses
  return keep(poses, (pos) => pos.domesticCardsInForeignCurrency, DOMESTIC_ONLY_IN_LIRA)
}

function withInstallment(poses: readonly Pos[], { bin, installment }: RouteInput): readonly Pos[] {
  if (bin?.foreign) throw FOREIGN_WITHOUT_INSTALLMENTS
  const offers = (pos: Pos) =>
    pos.enableInstallment && pos.commissions.some((row) => row.installment === installment)
  const sells = (pos: Pos) =>
    offers(pos) && (bin?.type !== 'CREDIT_CARD' || pos.cardBrands.includes(bin.brand))
  const description = {
    tr: `${installment} taksit için uygun POS bulunamadı`,
    en: `No POS offers ${installment} instalments to this card`,
  }
  return keep(poses, sells, ApiError.invalid('4033', description))
}

function keep(poses: readonly Pos[], test: (pos: Pos) => boolean, otherwise: ApiError): readonly Pos[] {
  const kept = poses.filter(test)
  if (kept.length === 0) throw otherwise
  return kept
}

function first(poses: readonly Pos[]): Pos {
  const [pos] = poses
  if (!pos) throw new Error('A POS was filtered away unseen')
  return pos
}

const noPosForCurrency = (currency: string) =>
  ApiError.invalid('4030', {
    tr: `${currency} para birimi için uygun POS bulunamadı`,
    en: `No POS takes ${currency}`,
  })

const closed = (alias: string) =>
  ApiError.invalid('4028', {
    tr: `"${alias}" POS'u şu anda ödeme almıyor`,
    en: `The POS "${alias}" takes no such payments now`,
  })

const noPosForAssociation = (association: string) =>
  ApiError.invalid('4027', {
    tr: `${association} kartları için uygun POS bulunamadı`,
    en: `No POS takes cards of ${association}`,
  })

const DOMESTIC_ONLY_IN_LIRA = ApiError.invalid('4032', {
  tr: 'Yerli kartlarla Türk Lirası dışında ödeme alınamaz',
  en: 'Domestic cards cannot pay in a foreign currency on this POS',
})

const FOREIGN_WITHOUT_INSTALLMENTS = ApiError.invalid('4034', {
  tr: 'Yabancı kartlarla taksit yapılamaz',
  en: 'Foreign cards cannot pay in instalments',
})
