import { type FinanceBank, financeBanks } from '../../engine/loans/finance-banks'
import type { LoanOffer } from '../../engine/loans/loan'
import { INTEREST_A_MONTH, loanPlans } from '../../engine/loans/loan-plans'
import { METHODS } from '../../engine/methods/methods'
import type { Payment } from '../../engine/payments/payment'
import { toNumber } from '../../money/minor'
import type { Lang } from '../api-context'
import { errorView } from '../payments/payment-view'
import { rateNumber } from '../payments/transaction-view'

type Action =
  | 'REDIRECT_TO_URL'
  | 'OTP_REQUIRED'
  | 'APPROVAL_REQUIRED'
  | 'WAIT_FOR_WEBHOOK'
  | 'VERIFY_REQUIRED'
  | 'NONE'

/** The portal and most clients call it additionalAction, the Node client apmAdditionalAction: both are there. */
export const actionView = (action: Action) => ({ additionalAction: action, apmAdditionalAction: action })

/** What is to be done next for a loan's payment. */
export const actionOf = ({ awaits, loan }: Payment): Action =>
  awaits === 'shopper' ? 'REDIRECT_TO_URL' : (loan?.action ?? 'NONE')

/** developer.craftgate.io/api/bnpl-payments/offers */
export function offerView(offer: LoanOffer) {
  const { offerId, price, currency, lender } = offer
  const bankOffers =
    lender === 'MASLAK' ? financeBanks().map((bank) => bankView(offer, bank)) : [ownView(offer)]
  return { offerId, price: toNumber(price, currency), bankOffers }
}

function bankView(
  offer: LoanOffer,
  { code, name, keepsPlans = false }: Pick<FinanceBank, 'code' | 'name' | 'keepsPlans'>,
) {
  return {
    bankCode: code,
    bankName: name,
    bankTableBannerMessage: '',
    bankSmallBannerMessage: '',
    preApprovedApplicationId: offer.preApproved.find(({ bankCode }) => bankCode === code)?.applicationId,
    isSupportNonCustomer: true,
    isPaymentPlanCalculatedByBank: keepsPlans,
    bankOfferTerms: keepsPlans ? [] : terms(offer),
  }
}

/** Zip and Paycell lend their own money; the portal prints no code of theirs, so it is their name. */
const ownView = (offer: LoanOffer) =>
  bankView(offer, { code: offer.lender, name: METHODS[offer.lender].label.tr })

const terms = ({ price, currency }: LoanOffer) =>
  loanPlans(price).map(({ months, monthly, total }) => ({
    term: months,
    amount: toNumber(monthly, currency),
    totalAmount: toNumber(total, currency),
    interestRate: rateNumber(INTEREST_A_MONTH),
    annualInterestRate: rateNumber(INTEREST_A_MONTH * 12),
  }))

const RESPONSES: Partial<Record<Payment['status'], string>> = { SUCCESS: 'APPROVED', FAILURE: 'DECLINED' }

/** developer.craftgate.io/api/bnpl-payments/verify; paymentStatus and paymentError are the clients' fields. */
export function verifyView(payment: Payment, lang: Lang) {
  const { status, error } = payment
  return {
    paymentStatus: status,
    responseStatus: RESPONSES[status] ?? 'WAITING',
    ...actionView(actionOf(payment)),
    paymentError: error && errorView(error, lang),
    errorCode: error?.code,
    errorMessage: error?.description[lang],
  }
}
