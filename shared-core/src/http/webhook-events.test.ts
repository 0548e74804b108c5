// Every type of event that the description of Craftgate's API knows leads to a question, and a new one does no harm.
import { createHmac } from 'node:crypto'
import document from '@craftgate-commerce/openapi/openapi.json'
import { ShopHarness } from '../testing/shop-harness'
import type { WalletOperation } from '../wallets/wallet-operation'

const ADDRESS = 'https://pay.shop.example.com/craftgate/webhook'
const EVENT_TYPES: readonly string[] = document.components.schemas.WebhookEventType.enum

function deliver(harness: ShopHarness, eventType: string, payloadId: string, status = 'SUCCESS') {
  const event = { eventType, eventTimestamp: 1661521221, status, payloadId }
  const signature = createHmac('sha256', 'webhook-key-tr')
    .update(`${eventType}${event.eventTimestamp}${status}${payloadId}`)
    .digest('base64')
  const headers = { 'content-type': 'application/json', 'x-cg-signature-v1': signature }
  // Says the opposite of the truth: nobody may believe it.
  const payload = {
    status: 'FAILURE',
    amount: -1,
    walletId: 99,
    posAlias: 'other',
    nonThreeDsStatus: 'ACTIVE',
  }
  const body = JSON.stringify({ ...event, payload })
  return harness.inbound.handle(new Request(ADDRESS, { method: 'POST', headers, body }))
}

/** What the event is about is there, and the question that it must lead to: `calls` of Craftgate, or of what else asks it. */
interface Case {
  readonly payloadId: string
  readonly asked: () => unknown
  readonly expected: unknown
}

type Prepare = (harness: ShopHarness) => Promise<Case>

const ofPage: Prepare = async (harness) => {
  const { token } = await harness.opened()
  harness.craftgate.pay(token)
  return { payloadId: token, asked: () => state(harness), expected: 'captured' }
}

const ofPayment: Prepare = async (harness) => {
  const { token } = await harness.opened()
  const paymentId = harness.craftgate.pay(token)
  await harness.platform.saveCheckout({ ...(await harness.stored()), paymentIds: [paymentId] })
  return { payloadId: String(paymentId), asked: () => state(harness), expected: 'captured' }
}

const ofRefund: Prepare = async (harness) => {
  const { token } = await harness.opened()
  const paymentId = harness.craftgate.pay(token)
  await harness.settle(await harness.stored())
  harness.craftgate.refunds.set(24, paymentId)
  return { payloadId: '24', asked: () => harness.resumed, expected: 1 }
}

const ofTransfer: Prepare = async (harness) => {
  harness.transfers.push(537)
  return { payloadId: '537', asked: () => harness.notedTransfers, expected: [537] }
}

const ofWallet: Prepare = async (harness) => {
  const account = await accountOf(harness)
  harness.openWallets.push(
    walletOperation({ account, key: 'this' }),
    walletOperation({ account, key: 'other wallet', details: { walletId: 35 } }),
    walletOperation({ account: 'other account', key: 'other account' }),
  )
  return { payloadId: '34', asked: () => harness.resumedWallets, expected: ['this'] }
}

const ofPayout: Prepare = async (harness) => {
  const account = await accountOf(harness)
  harness.openWallets.push(
    walletOperation({ account, key: 'paid out', kind: 'withdraw' }),
    walletOperation({ account, key: 'credited' }),
  )
  return { payloadId: '50', asked: () => harness.resumedWallets, expected: ['paid out'] }
}

const ofPos: Prepare = async (harness) => {
  harness.craftgate.poses.push({
    alias: '62-garanti-59',
    autopilotState: { isThreeDsUp: true, isNonThreeDsUp: false },
  })
  const expected = [{ merchant: 'tr', pos: '62-garanti-59', threeDS: true, nonThreeDS: false }]
  const asked = () => harness.logged.filter(({ level }) => level === 'warn').map(({ facts }) => facts)
  return { payloadId: '62-garanti-59', asked, expected }
}

const CASES: Readonly<Record<string, Prepare>> = {
  CHECKOUTFORM_AUTH: ofPage,
  MULTI_PAYMENT_COMPLETED: ofPage,
  MULTI_PAYMENT_EXPIRED: ofPage,
  BKM_EXPRESS_PAYMENT_NOTIFICATION: ofPage,
  API_AUTH: ofPayment,
  API_VERIFY_AND_AUTH: ofPayment,
  THREEDS_VERIFY: ofPayment,
  BNPL_NOTIFICATION: ofPayment,
  REFUND: ofRefund,
  REFUND_TX: ofRefund,
  BANK_ACCOUNT_TRACKING_RECORD: ofTransfer,
  WALLET_CREATED: ofWallet,
  WALLET_TX_CREATED: ofWallet,
  PAYOUT_COMPLETED: ofPayout,
  AUTOPILOT: ofPos,
}

test('each type of the description is here', () => {
  expect(Object.keys(CASES).sort()).toEqual([...EVENT_TYPES].sort())
})

test.each(EVENT_TYPES)('%s leads to a question, once', async (eventType) => {
  const harness = new ShopHarness()
  const { payloadId, asked, expected } = (await CASES[eventType]?.(harness)) ?? missing(eventType)
  const answers = []
  for (let delivery = 0; delivery < 2; delivery++) {
    // The shop approves a BKM Express ticket only when it is told of a success.
    const status = eventType === 'BKM_EXPRESS_PAYMENT_NOTIFICATION' ? 'FAILURE' : 'SUCCESS'
    const answer = await deliver(harness, eventType, payloadId, status)
    answers.push([answer.status, await answer.text()])
  }
  expect(answers).toEqual([
    [200, 'ok\n'],
    [200, 'already\n'],
  ])
  expect(await asked()).toEqual(expected)
})

test.each(EVENT_TYPES)('%s about nothing of ours is acknowledged, and not remembered', async (eventType) => {
  const harness = new ShopHarness()
  for (const payloadId of ['7', 'no-number']) {
    const answer = await deliver(harness, eventType, payloadId)
    expect([answer.status, await answer.text()]).toEqual([200, 'ignored\n'])
  }
  expect(harness.platform.handledEvents.size).toBe(0)
})

test.each(['MOON_LANDING', 'constructor', '__proto__'])(
  'a type of the future, %s: acknowledged, and said once in the log',
  async (eventType) => {
    const harness = new ShopHarness()
    for (let delivery = 0; delivery < 3; delivery++) {
      const answer = await deliver(harness, eventType, '7')
      expect([answer.status, await answer.text()]).toEqual([200, 'ignored\n'])
    }
    expect(harness.logged.map(({ level, facts }) => [level, facts])).toEqual([['info', { eventType }]])
    expect(harness.craftgate.calls).toEqual([])
  },
)

test('a POS that is open again is no warning', async () => {
  const harness = new ShopHarness()
  const autopilotState = { isThreeDsUp: true, isNonThreeDsUp: true }
  harness.craftgate.poses.push({ alias: 'garanti', autopilotState })
  await deliver(harness, 'AUTOPILOT', 'garanti')
  expect(harness.logged.map(({ level }) => level)).toEqual(['info'])
})

test('a POS of which Craftgate cannot be asked now is asked about at the next delivery', async () => {
  const harness = new ShopHarness()
  harness.craftgate.goDown()
  expect((await deliver(harness, 'AUTOPILOT', 'garanti')).status).toBe(503)
})

const state = async (harness: ShopHarness) => (await harness.stored()).state
const accountOf = async (harness: ShopHarness) => (await harness.opened()).account

function missing(eventType: string): never {
  throw new Error(`No case for ${eventType}`)
}

function walletOperation(over: Partial<WalletOperation>): WalletOperation {
  const amount = { minor: 100, currency: 'TRY' } as const
  const at = new Date('2026-03-01T09:00:00Z')
  return {
    ...{ key: 'k', account: 'main', kind: 'credit', memberId: 39, amount, details: { walletId: 34 } },
    step: { key: 's', paymentId: 0, amount, price: amount, state: 'sent' },
    ...{ state: 'unknown', createdAt: at, updatedAt: at, version: 1, ...over },
  }
}
