import { Client } from 'pg'
import { ClockShift, Emulator } from '../contract/emulator'
import { Scene } from '../contract/scene'
import { EXAMPLE_SHOPS } from '../contract/shopify/example-shops'
import { exampleStore } from '../contract/shopify/example-store'
import { startTestStack } from '../stack/start-test-stack'
import { until } from '../until'

export const { first: FIRST, second: SECOND } = EXAMPLE_SHOPS

/** Shopify gets a second and a half for an answer; retries come 50 times as fast. */
const ENV = {
  RECONCILE_AFTER_SECONDS: '0',
  RECONCILE_JOB: 'false',
  RETRY_SCALE: '0.02',
  SHOPIFY_DEADLINE_MS: '1500',
}

/** The app on two servers, with Shopify, Craftgate and the database in our hands. */
export async function onTwoServers(name: string) {
  const time = new ClockShift()
  const stack = await startTestStack(name, {
    stores: ['shopify'],
    sandbox: { clock: time.clock },
    shopify: { instances: 2, env: ENV },
  })
  const { shopify, sandbox } = stack
  const database = new Client({ connectionString: shopify.databaseUrl })
  await database.connect()
  const store = exampleStore(shopify)
  const craftgate = new Emulator(sandbox, time)
  return {
    shopify,
    sandbox,
    store,
    craftgate,
    shopifySide: shopify.emulator.control,
    appUrl: shopify.main.url,
    /** Orders of a test of its own; everything is honest again. */
    scene(): Scene {
      craftgate.reset()
      shopify.emulator.control.reset()
      return new Scene(store, craftgate)
    },
    async sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return (await database.query<Row>(text, [...values])).rows
    },
    /** Mutations that Shopify was asked for a session. */
    mutations: (id: string) =>
      shopify.emulator.control.requests().filter((request) => request.id?.endsWith(`/${id}`)),
    async close() {
      await database.end()
      await stack.stop()
    },
  }
}

export type TwoServers = Awaited<ReturnType<typeof onTwoServers>>

/** Asks until the answer is there; answers what it was last. */
export const eventually = <T>(ask: () => Promise<T>, isIt: (answer: T) => boolean, ms = 60_000): Promise<T> =>
  until(ask, isIt, ms)

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

let last = 0
/** An id that Shopify has not given yet. */
export function newId(what: string): string {
  last += 1
  return `${what}${Date.now()}${last}`
}

/** A payment session as Shopify writes it. */
export const paymentBody = (more: Readonly<Record<string, unknown>> = {}) => {
  const id = typeof more.id === 'string' ? more.id : newId('pay')
  return {
    id,
    gid: `gid://shopify/PaymentSession/${id}`,
    group: `group of ${id}`,
    amount: '10.00',
    currency: 'TRY',
    test: false,
    merchant_locale: 'tr',
    kind: 'sale',
    payment_method: { type: 'offsite', data: { cancel_url: 'https://zerdali.example/checkouts/1' } },
    proposed_at: '2026-11-24T00:00:00Z',
    customer: { email: 'ayse@example.com', locale: 'tr-TR' },
    ...more,
  }
}

const GIDS = { refund: 'RefundSession', capture: 'CaptureSession', void: 'VoidSession' } as const

/** A refund, capture or void of a payment as Shopify writes it. */
export const transactionBody = (
  kind: keyof typeof GIDS,
  payment: string,
  more: Readonly<Record<string, unknown>> = {},
) => {
  const id = typeof more.id === 'string' ? more.id : newId(kind)
  return {
    id,
    gid: `gid://shopify/${GIDS[kind]}/${id}`,
    payment_id: payment,
    test: false,
    merchant_locale: 'tr',
    proposed_at: '2026-11-24T00:00:00Z',
    ...(kind === 'void' ? {} : { amount: '10.00', currency: 'TRY' }),
    ...more,
  }
}
