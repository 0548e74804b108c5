// What one card may pay in on a sale, by the rules by which Craftgate's page would offer it.
import type { CraftgateClient } from '../../client/craftgate-client'
import {
  type InstallmentOption,
  type InstallmentTable,
  installmentsOfCard,
  offered,
  singlePayment,
} from '../../installments/installments'
import { installmentName } from '../../messages/installment-name'
import { allocate, type Money, money, subtract } from '../../money'
import type { Choice, Sale } from './family'

export interface CardTerms {
  readonly options: readonly InstallmentOption[]
  /** Craftgate's word: CREDIT_CARD, DEBIT_CARD or PREPAID_CARD; absent for a card that it does not know. */
  readonly type?: string
  readonly forceThreeDS: boolean
}

type Terms = Pick<Sale, 'page' | 'basket'>

/** Of a BIN that Craftgate does not know one payment. Throws CraftgateError. */
export async function cardTerms(
  client: CraftgateClient,
  { basket: { price }, page }: Terms,
  bin: string | undefined,
): Promise<CardTerms> {
  const table = bin === undefined ? undefined : await installmentsOfCard(client, { price, bin })
  if (table === undefined) return { options: [singlePayment(price)], forceThreeDS: false }
  const { type, forceThreeDS } = table
  return { options: optionsOf(table, page, price), type, forceThreeDS }
}

/** True where the shop takes credit cards alone and this is surely none. */
export const isRefused = ({ type }: CardTerms, { page }: Pick<Sale, 'page'>): boolean =>
  page.allowOnlyCreditCard === true && type !== undefined && type !== 'CREDIT_CARD'

function optionsOf(table: InstallmentTable, page: Sale['page'], price: Money): readonly InstallmentOption[] {
  const own = (table.family && page.cardBrandInstallments?.[table.family]) || page.customInstallments
  const isSingleOnly = page.allowInstallmentOnlyCommercialCards === true && !table.commercial
  const { options } = offered(table, isSingleOnly ? [1] : page.enabledInstallments)
  return own === undefined ? options : options.flatMap((option) => ownPrice(option, own, price))
}

/** The shop's own prices, of those instalments that the bank's POS sells. */
function ownPrice(
  option: InstallmentOption,
  own: readonly { readonly number: number; readonly totalPrice: number }[],
  price: Money,
): readonly InstallmentOption[] {
  const { count } = option
  const named = own.find(({ number }) => number === count)
  if (named === undefined) return count === 1 ? [option] : []
  const total = money(named.totalPrice, price.currency)
  const [each = total] = allocate(
    total,
    Array.from({ length: count }, () => 1),
  )
  return [{ ...option, each, total, interest: subtract(total, price) }]
}

/** The total stands in the code, so that nobody is charged another than he chose. */
export const choicesIn = ({ options }: Pick<CardTerms, 'options'>): readonly Choice[] =>
  options.map((option) => ({ code: codeOf(option), name: installmentName(option) }))

export const codeOf = ({ count, total }: InstallmentOption): string => `${count}-${total.minor}`
