import { milliseconds, type RequestLog } from '@craftgate-commerce/emulator-kit'
import type { SandboxContext } from '../engine/context'
import { doDueWork } from '../engine/due-work'
import { defaultFaultSettings, type HeldStatus } from '../engine/fault-settings'
import { decideFraudCheck } from '../engine/fraud/decide'
import { typeCard } from '../engine/ivr/typed-card'
import { closeOpenedMerchants } from '../engine/merchant-accounts/open-merchant'
import { decide } from '../engine/payments/waiting-payments'
import { watchPos } from '../engine/pos/autopilot'
import { restorePoses } from '../engine/pos/change-poses'
import { finishWaiting } from '../engine/refunds/finish-waiting'
import { emptyState } from '../engine/state'
import { type HeldOutcome, releaseHeld } from '../engine/threeds/release-held'
import type { WebhookDispatcher } from '../engine/webhooks/webhook-dispatcher'
import { createBankAccountControl } from './bank-account-control'
import type { Control, PaymentControl, RefundControl } from './control'
import type { RequestFaults } from './fault'
import { createMerchantPanel } from './merchant-panel'
import { createPayoutControl } from './payout-control'
import type { RequestRecord } from './request-record'
import { requireMerchant } from './require-merchant'
import { checkoutRow, paymentRow, refundRow, sumsOf } from './rows'

export interface ControlDependencies {
  readonly ctx: SandboxContext
  readonly dispatcher: WebhookDispatcher
  readonly faults: RequestFaults
  readonly requests: RequestLog<RequestRecord>
  readonly webhookUrls: Map<string, string>
  /** Called after everything that changed the state. */
  readonly changed: () => void
}

export function createControl(parts: ControlDependencies): Control {
  const { ctx, faults, requests, changed } = parts
  const { state, faultSettings } = ctx
  return {
    clock: clockControl(parts),
    faults: {
      add: (fault) => faults.add(fault),
      list: () => faults.list(),
      clear: () => faults.clear(),
    },
    webhooks: webhookControl(parts),
    callbacks: {
      lose: (on = true) => void Object.assign(faultSettings, { dropCallbacks: on }),
      lost: () => faultSettings.lostCallbacks,
      duplicate: (on = true) => void Object.assign(faultSettings, { duplicateCallbacks: on }),
      hashAsText: (on = true) => void Object.assign(faultSettings, { apmHash: on ? 'text' : 'examples' }),
    },
    refunds: refundControl(parts),
    panel: createMerchantPanel(ctx, changed),
    payouts: createPayoutControl(ctx, changed),
    bankAccounts: createBankAccountControl(ctx, changed),
    idempotency: {
      settings: () => ({ ...faultSettings.idempotency }),
      set: (change) => void Object.assign(faultSettings.idempotency, change),
    },
    fraud: {
      nextPayment: (action) => void Object.assign(faultSettings, { nextFraud: action }),
      decide: (fraudId, status, apiKey) => {
        const check = state.fraudChecks.find(isOf(fraudId, apiKey))
        if (!check) throw new Error(`There is no fraud check ${fraudId}`)
        decideFraudCheck(ctx, check, status)
        changed()
      },
    },
    apiKeys: {
      revoke: (apiKey = requireMerchant(ctx, undefined).apiKey) => {
        faultSettings.revokedKeys = [...faultSettings.revokedKeys, apiKey]
      },
      restore: () => void Object.assign(faultSettings, { revokedKeys: [] }),
    },
    pos: {
      setMargin: (percent) => void Object.assign(faultSettings, { margin: percent }),
      refuse: (alias, group) => {
        const { [alias]: _before, ...others } = faultSettings.refusingPoses
        faultSettings.refusingPoses = group === undefined ? others : { ...others, [alias]: group }
      },
      watch: (alias, { threeDS, nonThreeDS }, apiKey) => {
        const merchant = requireMerchant(ctx, apiKey)
        const pos = merchant.poses.find((one) => one.alias === alias)
        if (!pos) throw new Error(`There is no POS "${alias}"`)
        const { isThreeDsUp, isNonThreeDsUp } = pos.autopilot
        watchPos(ctx, merchant, pos, {
          isThreeDsUp: threeDS ?? isThreeDsUp,
          isNonThreeDsUp: nonThreeDS ?? isNonThreeDsUp,
        })
        changed()
      },
    },
    tamper: (paymentId, change, apiKey) => {
      const payment = state.payments.find(isOf(paymentId, apiKey))
      if (!payment) throw new Error(`There is no payment ${paymentId}`)
      payment.tampered = { ...payment.tampered, ...change }
      changed()
    },
    multiPayments: {
      refundExpired: (on = true) => void Object.assign(faultSettings, { refundExpiredParts: on }),
    },
    loans: { nextGrant: (action) => void Object.assign(faultSettings, { nextLoan: action }) },
    payments: paymentControl(parts),
    ivr: {
      typeCard: (cardNumber, apiKey) => {
        const callToken = typeCard(ctx, requireMerchant(ctx, apiKey).apiKey, cardNumber)
        changed()
        return callToken
      },
    },
    ids: {
      startAt: (id, apiKey) => {
        state.lastIds[requireMerchant(ctx, apiKey).apiKey] = id - 1
        changed()
      },
    },
    checkouts: () => state.checkouts.map((checkout) => checkoutRow(ctx, checkout)),
    requests: () => requests.list(),
    sums: () => sumsOf(ctx),
    reset: () => {
      const { lastIds, webhookKeys } = state
      closeOpenedMerchants(ctx)
      restorePoses(ctx)
      Object.assign(state, emptyState(), { lastIds, webhookKeys })
      Object.assign(faultSettings, defaultFaultSettings())
      faults.clear()
      requests.clear()
      changed()
    },
  }
}

/** Finds what has this id, of this merchant when one is named. */
const isOf =
  (wanted: number, apiKey: string | undefined) =>
  ({ id, merchant }: { readonly id: number; readonly merchant: string }): boolean =>
    id === wanted && (apiKey === undefined || merchant === apiKey)

function paymentControl({ ctx, changed }: ControlDependencies): PaymentControl {
  const { state, faultSettings } = ctx
  const list = () => {
    doDueWork(ctx)
    return state.payments.map((payment) => paymentRow(ctx, payment))
  }
  return Object.assign(list, {
    holdNext: (status: HeldStatus) => void Object.assign(faultSettings, { holdNextPayment: status }),
    release: (outcome: HeldOutcome = 'SUCCESS') => {
      const released = releaseHeld(ctx, outcome)
      changed()
      return released
    },
    decide: (paymentId: number, outcome: HeldOutcome = 'SUCCESS', apiKey?: string) => {
      const payment = state.payments.find(isOf(paymentId, apiKey))
      if (payment?.status !== 'WAITING') throw new Error(`No payment ${paymentId} is WAITING`)
      decide(ctx, payment, outcome)
      changed()
    },
    payAfterExpiry: (on = true) => void Object.assign(faultSettings, { payAfterExpiry: on }),
  })
}

function clockControl({ ctx, dispatcher, changed }: ControlDependencies): Control['clock'] {
  return {
    now: () => new Date(ctx.clock.now()),
    async advance(by) {
      const step = milliseconds(by)
      if (!(step >= 0)) throw new Error('The clock only moves forward')
      await dispatcher.advanceTo(ctx.clock.now() + step)
      changed()
      return new Date(ctx.clock.now())
    },
  }
}

function webhookControl({ ctx, dispatcher, webhookUrls, changed }: ControlDependencies): Control['webhooks'] {
  const { state, faultSettings } = ctx
  const pause = (on: boolean) => {
    faultSettings.webhooksPaused = on
    dispatcher.schedule()
  }
  return {
    list: () => state.webhooks,
    async flush() {
      const waiting = state.webhooks.filter((event) => event.state === 'pending')
      await dispatcher.flush()
      return waiting
    },
    pause: () => pause(true),
    resume: () => pause(false),
    duplicate: (copies) =>
      void Object.assign(faultSettings, { webhookCopies: Math.max(1, Math.floor(copies)) }),
    reorder: (on = true) => void Object.assign(faultSettings, { reorderWebhooks: on }),
    lose: (on = true) => void Object.assign(faultSettings, { dropWebhooks: on }),
    signAs: (apiKey) =>
      void Object.assign(faultSettings, { signAs: apiKey && requireMerchant(ctx, apiKey).apiKey }),
    async resend(id) {
      const event = state.webhooks.find((candidate) => candidate.id === id)
      if (!event) throw new Error('There is no webhook with this id')
      await dispatcher.resend(event)
      changed()
      return event
    },
    setUrl(url, apiKey) {
      const key = requireMerchant(ctx, apiKey).apiKey
      if (url === undefined) webhookUrls.delete(key)
      else webhookUrls.set(key, url)
    },
  }
}

function refundControl({ ctx, changed }: ControlDependencies): RefundControl {
  const { state, faultSettings } = ctx
  const list = () =>
    [...state.refunds, ...state.transactionRefunds].sort((a, b) => a.id - b.id).map(refundRow)
  return Object.assign(list, {
    nextStatus: (status: 'WAITING' | 'FAILURE') => void Object.assign(faultSettings, { nextRefund: status }),
    finishWaiting: (status: 'SUCCESS' | 'FAILURE' = 'SUCCESS') => {
      const finished = finishWaiting(ctx, status)
      changed()
      return finished
    },
  })
}
