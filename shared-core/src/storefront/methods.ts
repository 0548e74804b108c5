// The ways to pay of a shop, for its shoppers: the entries of its checkout, and of each the ways that the payment page would offer.
import type { CraftgateCommerce, EntryTerms } from '../commerce'
import { type Localized, sentenceIn } from '../messages/localized'
import { HELD_EXPLANATION, METHOD_EXPLANATIONS } from '../messages/method-explanations'
import { type MethodName, type OfflineMethod, type PaymentMethod, paymentMethod } from '../methods'
import { STOREFRONT_VERSION, type StorefrontMethod, type StorefrontMethods } from './contract'

/** One entry of a shop's checkout. */
export interface CheckoutEntry extends EntryTerms {
  /** What the shop's own API names it by; absent where there is one entry alone. */
  readonly id?: string
  /** The shop's own words, where it has any. */
  readonly name?: string
  readonly description?: string
  /** The order is placed unpaid, and paid past Craftgate. */
  readonly offline?: OfflineMethod
}

interface Question {
  readonly commerce: Pick<CraftgateCommerce, 'waysToPay'>
  readonly entries: readonly CheckoutEntry[]
  readonly language: string
}

export function methodsOf({ commerce, entries, language }: Question): StorefrontMethods {
  const choices = entries.flatMap((entry) => {
    const names = entry.offline ? [undefined] : (commerce.waysToPay(entry) ?? [undefined])
    return names.map((name) => choiceOf(entry, { name, isOnly: names.length === 1, language }))
  })
  return { version: STOREFRONT_VERSION, methods: choices }
}

interface Choice {
  /** Absent: the payment page with all that it offers, or an entry that is paid later. */
  readonly name: MethodName | undefined
  /** Of its entry, which the shop's own words are then about. */
  readonly isOnly: boolean
  readonly language: string
}

function choiceOf(entry: CheckoutEntry, { name, isOnly, language }: Choice): StorefrontMethod {
  const row = rowOf(entry.offline ?? name)
  const isHeld = entry.phase === 'PRE_AUTH'
  const own = isOnly ? entry : undefined
  return {
    id: [entry.id, name].filter(Boolean).join('/') || 'page',
    entry: entry.id,
    method: name,
    group: row.group,
    name: own?.name || sentenceIn(language, isHeld ? held(row.label) : row.label),
    explanation:
      own?.description || sentenceIn(language, isHeld ? HELD_EXPLANATION : METHOD_EXPLANATIONS[row.group]),
    isHeld,
    isPaidLater: entry.offline !== undefined,
  }
}

const held = ({ tr, en }: Localized): Localized => ({
  tr: `${tr} (ön provizyon)`,
  en: `${en} (pay on dispatch)`,
})

/** The page with all that it offers is for cards first. */
function rowOf(name: MethodName | undefined): PaymentMethod {
  const row = paymentMethod(name ?? 'CARD')
  if (row === undefined) throw new Error(`There is no way to pay by the name of ${name}`)
  return row
}
