// What a shop's public address tells of shopping loans: of the lenders that its checkout offers.
import type { CraftgateCommerce } from '../commerce'
import { sentenceIn } from '../messages/localized'
import { paymentMethod } from '../methods'
import { toDecimal } from '../money'
import { STOREFRONT_VERSION, type StorefrontLoanOffers } from './contract'
import type { SubjectPrice } from './installments'
import type { CheckoutEntry } from './methods'

interface Asked {
  readonly commerce: Pick<CraftgateCommerce, 'loanOffers' | 'waysToPay'>
  readonly subject: SubjectPrice
  readonly entries: readonly CheckoutEntry[]
  readonly language: string
  readonly clientIp?: string
}

/** Throws CraftgateError as `CraftgateCommerce.loanOffers` does. */
export async function loanOffersOf({
  commerce,
  subject,
  entries,
  language,
  clientIp,
}: Asked): Promise<StorefrontLoanOffers> {
  const { merchant, price, exact } = subject
  const methods = entries.flatMap((entry) => commerce.waysToPay(entry) ?? [])
  const offers = await commerce.loanOffers({ merchant, price, methods, clientIp })
  return {
    version: STOREFRONT_VERSION,
    price: { amount: toDecimal(price), currency: price.currency },
    exact,
    lenders: offers.map(({ lender, banks }) => ({
      method: lender,
      name: sentenceIn(language, paymentMethod(lender)?.label ?? { tr: lender, en: lender }),
      banks: banks.map(({ bank, plans }) => ({
        name: bank,
        plans: plans.map(({ months, each, total, interest }) => ({
          months,
          each: toDecimal(each),
          total: toDecimal(total),
          interest: toDecimal(interest),
        })),
      })),
    })),
  }
}
