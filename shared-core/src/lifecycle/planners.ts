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
  return async ({ payment, intents }) =>
    planCapture(
      { key, amount },
      {
        phase: payment.phase,
        gone: refundedNow({ payment, intents }) === 'everything',
        underReview: payment.underReview,
        price: capturedPrice(payment, intents),
        paidPrice: payment.paidPrice,
      },
    )
}

export function voidPlanner({ key, onlyUncaptured }: VoidRequest): Planner {
  return async ({ payment, intents }) =>
    planVoid(key, {
      price: capturedPrice(payment, intents),
      paidPrice: payment.paidPrice,
      refunded: refundedNow({ payment, intents }),
      heldByCapture: onlyUncaptured === true && payment.phase !== 'PRE_AUTH',
    })
}

const refundedNow = ({ payment, intents }: Pick<Scene, 'payment' | 'intents'>) =>
  refundedOf(payment, refundedByUs(intents, payment.price.currency))

export function refundPlanner({ key, amount, items = [] }: RefundRequest, mode: PartialRefunds): Planner {
  return async ({ gateway, payment, intents }) => {
    const plan = planRefund({ key, amount, items, mode }, await refundablePayment(gateway, payment, intents))
    return isRefusal(plan) ? plan : { amount, legs: plan.legs }
  }
}
