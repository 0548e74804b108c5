import { bankCode } from '../../engine/cards/bank-code'
import type { PaymentCard } from '../../engine/cards/card'
import { binByDigits } from '../../engine/cards/test-card'
import { localTime } from '../../engine/clock/istanbul'
import type { Failure, Payment } from '../../engine/payments/payment'
import { paymentProvider, paymentType } from '../../engine/payments/payment-type'
import { paymentResolvedAt } from '../../engine/payments/transaction-approval'
import { exponentOf, toNumber, toText } from '../../money/minor'
import { rateOf } from '../../money/share'
import type { Lang } from '../api-context'
import { loyaltyView } from '../loyalty/loyalty-fields'
import { rateNumber, transactionViews } from './transaction-view'

export const errorView = ({ code, description, group }: Failure, lang: Lang) => ({
  errorCode: code,
  errorDescription: description[lang],
  errorGroup: group,
})

/** A payment as create, retrieve and the hosted page's retrieve answer it (developer.craftgate.io/api/payment/create-payment). */
export function paymentView(payment: Payment, lang: Lang) {
  return { ...basePaymentView(payment, lang), paymentTransactions: transactionViews(payment) }
}

/** What the payment API and the reports share. */
export function basePaymentView(payment: Payment, lang: Lang) {
  const { card } = payment
  const { price, currency } = { ...payment, ...payment.tampered }
  const money = (minor: number) => toNumber(minor, currency)
  return {
    id: payment.id,
    createdDate: localTime(payment.createdAt),
    price: money(price),
    paidPrice: money(payment.paidPrice),
    walletPrice: money(payment.walletPrice ?? 0),
    currency,
    buyerMemberId: payment.buyerMemberId,
    installment: payment.installment,
    conversationId: payment.conversationId,
    externalId: payment.externalId,
    paymentType: paymentType(payment),
    paymentProvider: paymentProvider(payment),
    paymentSource: payment.source,
    paymentGroup: payment.paymentGroup,
    paymentStatus: payment.status,
    paymentPhase: payment.phase,
    paymentChannel: payment.paymentChannel,
    isThreeDS: payment.threeDS,
    mdStatus: payment.mdStatus,
    merchantCommissionRate: rateNumber(payment.merchantRate),
    merchantCommissionRateAmount: difference(payment.paidPrice, price, currency),
    ...bankView(payment),
    paidWithStoredCard: card?.stored ?? false,
    ...(card ? cardView(card) : {}),
    authCode: payment.authCode,
    hostReference: payment.hostReference,
    transId: payment.transId,
    orderId: payment.orderId,
    requestedPosAlias: payment.requestedPosAlias,
    pos: payment.pos,
    loyalty: payment.loyalty && loyaltyView(payment.loyalty, currency),
    fraudId: payment.fraud?.id,
    fraudAction: payment.fraud?.open ? payment.fraud.action : undefined,
    fraudRuleId: payment.fraud?.ruleId,
    paymentError: payment.error && errorView(payment.error, lang),
  }
}

function cardView(card: PaymentCard) {
  const bin = binByDigits(card.bin)
  return {
    cardUserKey: card.cardUserKey,
    cardToken: card.cardToken,
    binNumber: card.bin,
    lastFourDigits: card.lastFour,
    cardHolderName: card.holder,
    bankCardHolderName: card.holder,
    cardType: bin?.type,
    cardAssociation: bin?.association,
    cardBrand: bin?.brand,
    cardIssuerBankName: bin?.bankName,
    cardIssuerBankId: bin && bankCode(bin.bankName),
  }
}

/** What a bank keeps, and until when. The pages of the ways to pay that go through no bank's POS have neither. */
function bankView(payment: Payment) {
  const { pos, paidPrice, walletPrice = 0, bankRate, currency } = payment
  if (pos === undefined && paymentType(payment) !== 'WALLET_PAYMENT') return {}
  return {
    bankCommissionRate: rateNumber(bankRate),
    bankCommissionRateAmount: toNumber(rateOf(paidPrice - walletPrice, bankRate), currency),
    blockageResolvedDate: localTime(paymentResolvedAt(payment)),
  }
}

/** paidPrice less price; negative when the shop pays the difference. */
const difference = (paidPrice: number, price: number, currency: string) =>
  Number(toText(paidPrice - price, exponentOf(currency)))
