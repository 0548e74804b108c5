import { milliseconds } from '../engine/clock/clock'
import { decideFraudCheck } from '../engine/fraud/decide'
import { settleWaiting } from '../engine/refunds/settle-waiting'
import { emptyState } from '../engine/state'
import { type HeldStatus, honestSwitches } from '../engine/switches'
import { expireWaiting, type HeldOutcome, releaseHeld } from '../engine/threeds/release-held'
import type { Outbox } from '../engine/webhooks/outbox'
import type { World } from '../engine/world'
import type { Merchant } from '../seed/seed'
import type { Control, PaymentControl, RefundControl } from './control'
import type { Faults } from './faults'
import type { RequestLog } from './request-log'
import { checkoutRow, paymentRow, refundRow, sumsOf } from './rows'

export interface ControlParts {
  readonly world: World
  readonly outbox: Outbox
  readonly faults: Faults
  readonly requests: RequestLog
  readonly webhookUrls: Map<string, string>
  /** Told after everything that changed the state. */
  readonly changed: () => void
}

export function createControl(parts: ControlParts): Control {
  const { world, faults, requests, changed } = parts
  const { state, switches } = world
  return {
    clock: clockControl(parts),
    faults: {
      add: (fault) => faults.add(fault),
      list: () => faults.list(),
      clear: () => faults.clear(),
    },
    webhooks: webhookControl(parts),
    callbacks: {
      lose: (on = true) => void Object.assign(switches, { loseCallbacks: on }),
      duplicate: (on = true) => void Object.assign(switches, { duplicateCallbacks: on }),
    },
    refunds: refundControl(parts),
    idempotency: {
      settings: () => ({ ...switches.idempotency }),
      set: (change) => void Object.assign(switches.idempotency, change),
    },
    fraud: {
      nextPayment: (action) => void Object.assign(switches, { nextFraud: action }),
      decide: (fraudId, status, apiKey) => {
        const check = state.fraudChecks.find(isOf(fraudId, apiKey))
        if (!check) throw new Error(`There is no fraud check ${fraudId}`)
        decideFraudCheck(world, check, status)
        changed()
      },
    },
    pos: { setMargin: (percent) => void Object.assign(switches, { margin: percent }) },
    tamper: (paymentId, change, apiKey) => {
      const payment = state.payments.find(isOf(paymentId, apiKey))
      if (!payment) throw new Error(`There is no payment ${paymentId}`)
      payment.told = { ...payment.told, ...change }
      changed()
    },
    payments: paymentControl(parts),
    ids: {
      startAt: (id, apiKey) => {
        state.lastIds[requireMerchant(world, apiKey).apiKey] = id - 1
        changed()
      },
    },
    checkouts: () => state.checkouts.map((checkout) => checkoutRow(world, checkout)),
    requests: () => requests.list(),
    sums: () => sumsOf(world),
    reset: () => {
      const { lastIds } = state
      Object.assign(state, emptyState(), { lastIds })
      Object.assign(switches, honestSwitches())
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

function requireMerchant({ merchants }: World, apiKey: string | undefined): Merchant {
  const found = apiKey === undefined ? merchants[0] : merchants.find((one) => one.apiKey === apiKey)
  if (!found) throw new Error('There is no merchant with this apiKey')
  return found
}

function paymentControl({ world, changed }: ControlParts): PaymentControl {
  const { state, switches } = world
  const list = () => {
    expireWaiting(world)
    return state.payments.map((payment) => paymentRow(world, payment))
  }
  return Object.assign(list, {
    holdNext: (status: HeldStatus) => void Object.assign(switches, { holdNextPayment: status }),
    release: (outcome: HeldOutcome = 'SUCCESS') => {
      const released = releaseHeld(world, outcome)
      changed()
      return released
    },
    payAfterExpiry: (on = true) => void Object.assign(switches, { payAfterExpiry: on }),
  })
}

function clockControl({ world, outbox, changed }: ControlParts): Control['clock'] {
  return {
    now: () => new Date(world.clock.now()),
    async advance(by) {
      const step = milliseconds(by)
      if (!(step >= 0)) throw new Error('The clock only moves forward')
      await outbox.advanceTo(world.clock.now() + step)
      expireWaiting(world)
      changed()
      return new Date(world.clock.now())
    },
  }
}

function webhookControl({ world, outbox, webhookUrls, changed }: ControlParts): Control['webhooks'] {
  const { state, switches } = world
  const pause = (on: boolean) => {
    switches.webhooksPaused = on
    outbox.arm()
  }
  return {
    list: () => state.webhooks,
    async flush() {
      const waiting = state.webhooks.filter((event) => event.state === 'pending')
      await outbox.flush()
      return waiting
    },
    pause: () => pause(true),
    resume: () => pause(false),
    duplicate: (copies) => void Object.assign(switches, { webhookCopies: Math.max(1, Math.floor(copies)) }),
    reorder: (on = true) => void Object.assign(switches, { reorderWebhooks: on }),
    lose: (on = true) => void Object.assign(switches, { loseWebhooks: on }),
    async resend(id) {
      const event = state.webhooks.find((candidate) => candidate.id === id)
      if (!event) throw new Error('There is no webhook with this id')
      await outbox.resend(event)
      changed()
      return event
    },
    setUrl(url, apiKey) {
      const key = requireMerchant(world, apiKey).apiKey
      if (url === undefined) webhookUrls.delete(key)
      else webhookUrls.set(key, url)
    },
  }
}

function refundControl({ world, changed }: ControlParts): RefundControl {
  const { state, switches } = world
  const list = () =>
    [...state.refunds, ...state.transactionRefunds].sort((a, b) => a.id - b.id).map(refundRow)
  return Object.assign(list, {
    nextStatus: (status: 'WAITING' | 'FAILURE') => void Object.assign(switches, { nextRefund: status }),
    settleWaiting: (status: 'SUCCESS' | 'FAILURE' = 'SUCCESS') => {
      const settled = settleWaiting(world, status)
      changed()
      return settled
    },
  })
}
