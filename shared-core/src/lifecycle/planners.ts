import type { CaptureRequest, MoneyRequest, RefundRequest } from '../commerce'
import { capturedPrice } from './captured-price'
import type { MoneyCall } from './money-call'
import { planCapture } from './plan/plan-capture'
import { planRefund } from './plan/plan-refund'
import { planVoid } from './plan/plan-void'
import { isRefusal } from './plan/refusal'
import type { PartialRefunds } from './plan/transaction-share'
import { refundablePayment } from './refundable-payment'
import { refundedByUs } from './refunded-by-us'

type Planner = MoneyCall['plan']

export function capturePlanner({ key, amount }: CaptureRequest): Planner {
  return async ({ payment, intents }) =>
    planCapture(
      { key, amount },
      {
        phase: payment.phase,
        gone: payment.refunded === 'everything',
        price: capturedPrice(payment, intents),
        paidPrice: payment.paidPrice,
      },
    )
}

export function voidPlanner({ key }: MoneyRequest): Planner {
  return async ({ payment, intents }) => {
    const ours = refundedByUs(intents, payment.price.currency)
    const partly = !ours.nothing && !ours.everything && payment.refunded === 'nothing'
    return planVoid(key, {
      price: capturedPrice(payment, intents),
      paidPrice: payment.paidPrice,
      refunded: partly ? 'a part' : payment.refunded,
    })
  }
}

export function refundPlanner({ key, amount, items = [] }: RefundRequest, mode: PartialRefunds): Planner {
  return async ({ gateway, payment, intents }) => {
    const plan = planRefund({ key, amount, items, mode }, await refundablePayment(gateway, payment, intents))
    return isRefusal(plan) ? plan : { amount, legs: plan.legs }
  }
}
