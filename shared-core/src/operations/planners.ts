import type { CaptureRequest, RefundRequest, VoidRequest } from '../commerce'
import { capturedPrice } from './captured-price'
import type { MoneyCall, Scene } from './money-call'
import { planCapture } from './plan/plan-capture'
import { planRefund } from './plan/plan-refund'
import { planVoid } from './plan/plan-void'
import { isRefusal } from './plan/refusal'
import type { PartialRefunds } from './plan/transaction-share'
import { refundablePayment } from './refundable-payment'
import { refundedByUs, refundedOf } from './refunded-by-us'

type Planner = MoneyCall['plan']

export function capturePlanner({ key, amount }: CaptureRequest): Planner {
  return async ({ payment, operations }) =>
    planCapture(
      { key, amount },
      {
        paymentId: payment.id,
        phase: payment.phase,
        gone: refundedNow({ payment, operations }) === 'everything',
        underReview: payment.underReview,
        price: capturedPrice(payment, operations),
        paidPrice: payment.paidPrice,
      },
    )
}

export function voidPlanner({ key, onlyUncaptured }: VoidRequest): Planner {
  return async ({ payment, operations }) =>
    planVoid(key, {
      paymentId: payment.id,
      price: capturedPrice(payment, operations),
      paidPrice: payment.paidPrice,
      refunded: refundedNow({ payment, operations }),
      heldByCapture: onlyUncaptured === true && payment.phase !== 'PRE_AUTH',
    })
}

const refundedNow = ({ payment, operations }: Pick<Scene, 'payment' | 'operations'>) =>
  refundedOf(payment, refundedByUs(operations, payment.price.currency))

export function refundPlanner({ key, amount, items = [] }: RefundRequest, mode: PartialRefunds): Planner {
  return async ({ gateway, payment, operations }) => {
    const plan = planRefund(
      { key, amount, items, mode },
      await refundablePayment(gateway, payment, operations),
    )
    return isRefusal(plan) ? plan : { amount, steps: plan.steps }
  }
}
