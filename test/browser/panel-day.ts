// A merchant's day, and what was made in the panel: what the pages behind its navigation are about.
import { randomUUID } from 'node:crypto'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Page } from 'playwright-core'
import type { Scene } from '../contract/scene'
import { NEW_MEMBER } from '../load/panel-pages'

export interface Day {
  /** References: paid in instalments and refunded in part, under review, and not paid. */
  readonly paid: string
  readonly review: string
  readonly unpaid: string
  /** Absent where money is not authorized first, or moves in the platform's own admin. */
  readonly authorized?: string
  /** Number of a transfer that fits an order; absent where no order waits for one. */
  readonly transfer?: number
}

/** `apiKey`: of the shop's merchant at Craftgate. */
export async function makeADay(scene: Scene, apiKey: string): Promise<Day> {
  const { capabilities } = scene.store
  const bought = await scene.buy({}, { card: testCards.success, installment: 3 })
  await scene.store.refund(bought.order, { amount: 700 })
  await scene.buy()
  const authorized = capabilities.has('panel-money')
    ? (await scene.buy({ phase: 'PRE_AUTH' })).reference
    : undefined
  const transfer = capabilities.has('unpaid-orders') ? await receiveTransfer(scene, apiKey) : undefined
  await scene.craftgate.nextPaymentFraud('REVIEW')
  const review = await scene.buy()
  const unpaid = await scene.goToPay(await scene.place())
  return {
    paid: bought.reference,
    review: review.reference,
    unpaid: unpaid.reference,
    authorized,
    transfer,
  }
}

async function receiveTransfer(scene: Scene, apiKey: string): Promise<number> {
  const order = await scene.place()
  await scene.store.placeUnpaid(order, 'FUND_TRANSFER')
  return scene.craftgate.receiveTransfer({
    senderName: 'AYSE YILMAZ',
    description: `${order.number} nolu siparis`,
    amount: order.total,
    apiKey,
  })
}

/** Addresses below the panel, and the account that they are of. */
export interface Made {
  readonly merchant: string
  readonly link: string
  readonly member: string
  readonly list: string
}

/** A link, a member with a wallet, and a list of values, made by the forms of the panel as whoever is logged in there. */
export async function makeInPanel(page: Page, panel: string): Promise<Made> {
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<string> => {
    const headers = { origin: new URL(panel).origin }
    const answer = await page.request.post(`${panel}${path}`, { form, headers, maxRedirects: 0 })
    const { location } = answer.headers()
    if (answer.status() !== 303 || location === undefined)
      throw new Error(`${path} answered ${answer.status()}`)
    const { pathname } = new URL(location, panel)
    return pathname.slice(new URL(panel).pathname.length)
  }
  const terms = { name: 'Kahve atölyesi', price: '1250,50', currency: 'TRY', installments: '1' }
  const link = await post('/links', { ...terms, once: randomUUID() })
  const [, , merchant = ''] = link.split('/')
  const memberExternalId = randomUUID()
  const member = await post(`/members/${merchant}`, { ...NEW_MEMBER, memberExternalId, once: randomUUID() })
  await post(`${member}/wallet`, {})
  const value = { listName: 'blockedClientIps', type: 'IP', value: '85.105.10.20', hours: '48' }
  await post('/fraud/lists', { ...value, once: randomUUID() })
  return { merchant, link, member, list: `/fraud/lists/${merchant}/blockedClientIps` }
}
