import type { MethodView, ProviderView } from '../../hosted-page-service'
import { exponentOf, toText } from '../../money/minor'
import { merchantOf, type SandboxContext } from '../context'
import { financeBank } from '../loans/finance-banks'
import { loanPlans } from '../loans/loan-plans'
import type { PageMethodName } from '../methods/method'
import { METHODS } from '../methods/methods'
import { requirePayment } from '../payments/find-payment'
import type { Payment } from '../payments/payment'
import { isOver, lastActions } from './answer'
import { type ProviderSession, pageOf } from './session'
import { TRANSFER_BANKS } from './transfer-banks'

export function methodView(name: PageMethodName): MethodView {
  const { label, group, asks, page } = METHODS[name]
  return { name, label, group, asks, page, ...(page === 'transfer' ? { banks: TRANSFER_BANKS } : {}) }
}

export function providerView(ctx: SandboxContext, session: ProviderSession): ProviderView {
  const payment = requirePayment(ctx, session.merchant, session.paymentId)
  const { label } = METHODS[session.method]
  const text = (minor: number) => toText(minor, exponentOf(payment.currency))
  return {
    id: session.id,
    method: session.method,
    label,
    page: pageOf(session),
    bankName: bankNameOf(session, payment),
    merchantName: merchantOf(ctx, session.merchant).name,
    price: text(payment.paidPrice),
    currency: payment.currency,
    offers: loanPlans(payment.price).map(({ months, total, monthly }) => ({
      months,
      total: text(total),
      monthly: text(monthly),
    })),
    installments: (session.installments ?? []).map(({ number, total }) => ({ number, total: text(total) })),
    months: session.months,
    ends: lastActions(session, payment),
    confirming: session.confirming,
    wrongCodes: session.wrongCodes,
    answered: isOver(session, payment),
    checkoutToken: session.checkoutToken,
  }
}

const bankNameOf = (session: ProviderSession, { loan }: Payment): string | undefined =>
  loan?.bankCode === undefined
    ? TRANSFER_BANKS.find(({ bankCode }) => bankCode === session.bankCode)?.bankName
    : financeBank(loan.bankCode)?.name
