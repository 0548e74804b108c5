import { milliseconds, type RequestLog } from '@craftgate-commerce/emulator-kit'
import { decideFraudCheck } from '../engine/fraud/decide'
import { settlePromised } from '../engine/payments/waiting-payments'
import { settleWaiting } from '../engine/refunds/settle-waiting'
import { emptyState } from '../engine/state'
import { honestSwitches } from '../engine/switches'
import type { Outbox } from '../engine/webhooks/outbox'
import type { World } from '../engine/world'
import type { Control, RefundControl } from './control'
import type { RequestFaults } from './fault'
import type { RequestRecord } from './request-record'
import { checkoutRow, paymentRow, refundRow, sumsOf } from './rows'

export interface ControlParts {
  readonly world: World
  readonly outbox: Outbox
  readonly faults: RequestFaults
  readonly requests: RequestLog<RequestRecord>
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
    fraud: {
      nextPayment: (action) => void Object.assign(switches, { nextFraud: action }),
      decide: (fraudId, status) => {
        const check = state.fraudChecks.find(({ id }) => id === fraudId)
        if (!check) throw new Error(`There is no fraud check ${fraudId}`)
        decideFraudCheck(world, check, status)
        changed()
      },
    },
    promises: {
      nextPayment: () => void Object.assign(switches, { nextPaymentWaits: true }),
      settle: (status = 'SUCCESS') => {
        const settled = settlePromised(world, status)
        changed()
        return settled
      },
    },
    pos: { setMargin: (percent) => void Object.assign(switches, { margin: percent }) },
    tamper: (paymentId, change) => {
      const payment = state.payments.find(({ id }) => id === paymentId)
      if (!payment) throw new Error(`There is no payment ${paymentId}`)
      payment.told = { ...payment.told, ...change }
      changed()
    },
    payments: () => state.payments.map((payment) => paymentRow(world, payment)),
    checkouts: () => state.checkouts.map((checkout) => checkoutRow(world, checkout)),
    requests: () => requests.list(),
    sums: () => sumsOf(world),
    reset: () => {
      const { lastId } = state
      Object.assign(state, emptyState(), { lastId })
      Object.assign(switches, honestSwitches())
      faults.clear()
      requests.clear()
      changed()
    },
  }
}

function clockControl({ world, outbox, changed }: ControlParts): Control['clock'] {
  return {
    now: () => new Date(world.clock.now()),
    async advance(by) {
      const step = milliseconds(by)
      if (!(step >= 0)) throw new Error('The clock only moves forward')
      await outbox.advanceTo(world.clock.now() + step)
      changed()
      return new Date(world.clock.now())
    },
  }
}

function webhookControl({ world, outbox, webhookUrls, changed }: ControlParts): Control['webhooks'] {
  const { state, switches } = world
  const merchantKey = (apiKey: string | undefined) => {
    const merchant =
      apiKey === undefined ? world.merchants[0] : world.merchants.find((one) => one.apiKey === apiKey)
    if (!merchant) throw new Error('There is no merchant with this apiKey')
    return merchant.apiKey
  }
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
      const key = merchantKey(apiKey)
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
