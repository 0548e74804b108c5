// A merchant's day, and what was made in the panel: what the pages behind its navigation are about.
import { testCards } from '@craftgate-commerce/sandbox'
import {
  accountOf,
  dayAtCraftgate,
  linkIn,
  type MerchantPages,
  memberWithWallet,
  moveInWallet,
  submit,
} from '../contract/merchant-pages'
import { addressIn, numberOf, payLinkOf } from '../contract/rows/link-payments'
import type { Scene } from '../contract/scene'
import type { Capability } from '../contract/store'

export interface Day {
  readonly capabilities: ReadonlySet<Capability>
  /** References: paid in instalments and refunded in part, under review, and not paid. */
  readonly paid: string
  readonly review: string
  readonly unpaid: string
  /** Paid a second time by another tab, whose refund the bank refused. */
  readonly paidTwice: string
  /** Goods of two sellers; absent where nobody sells but the shop. */
  readonly sold?: string
  /** Absent where money is not authorized first, or moves in the platform's own admin. */
  readonly authorized?: string
  /** Number of a transfer that fits an order; absent where no order waits for one. */
  readonly transfer?: number
  /** Reference of what pays that order. */
  readonly waiting?: string
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
  const waits = capabilities.has('unpaid-orders') ? await receiveTransfer(scene, apiKey) : undefined
  const sold = capabilities.has('sellers')
    ? (await scene.buy({ products: 2, sellers: [2, 3] })).reference
    : undefined
  const paidTwice = await scene.payTwice()
  await scene.craftgate.nextPaymentFraud('REVIEW')
  const review = await scene.buy()
  const unpaid = await scene.goToPay(await scene.place())
  return {
    capabilities,
    paid: bought.reference,
    review: review.reference,
    unpaid: unpaid.reference,
    paidTwice: paidTwice.reference,
    sold,
    authorized,
    ...waits,
  }
}

async function receiveTransfer(scene: Scene, apiKey: string): Promise<Pick<Day, 'transfer' | 'waiting'>> {
  const order = await scene.place()
  const { reference: waiting } = await scene.store.placeUnpaid(order, 'FUND_TRANSFER')
  const transfer = await scene.craftgate.receiveTransfer({
    senderName: 'AYSE YILMAZ',
    description: `${order.number} nolu siparis`,
    amount: order.total,
    apiKey,
  })
  return { transfer, waiting }
}

/** Addresses below the panel, and the account that they are of. */
export interface Made {
  readonly merchant: string
  readonly link: string
  /** A payment of it, and the match of that to the order that waits; absent where none waits. */
  readonly linkPayment?: string
  readonly linkMatch?: string
  /** Buys and sells, with a wallet: what was put into it can go back, and what is to go to a bank can stay. */
  readonly member: string
  readonly walletMove: string
  readonly withdraw: string
  readonly list: string
  readonly pos: string
  readonly commission: string
  readonly unexpected: string
  /** Where earnings in a foreign currency go; absent where nobody sells. */
  readonly payoutAccount?: string
  /** Address of a file that was ordered. */
  readonly report: string
}

/** By the forms of the panel. */
export async function makeInPanel({ store, craftgate }: Scene, day: Day): Promise<Made> {
  const merchant = await store.merchantPages()
  const account = await accountOf(merchant)
  const terms = { name: 'Kahve atölyesi', price: '1250,50', currency: 'TRY', installments: '1' }
  const link = (await submit(merchant, '/links', terms)).replace(/\?.*/, '')
  const value = { listName: 'blockedClientIps', type: 'IP', value: '85.105.10.20', hours: '48' }
  const list = (await submit(merchant, '/fraud/lists', value)).replace(/\?.*/, '')
  const pos = await linkIn(merchant, await submit(merchant, '/setup/inspect'), /^\/setup\/poses\//)
  return {
    ...(day.waiting !== undefined && (await payLink(merchant, link, day.waiting))),
    ...{ merchant: account, link, list, pos, ...(await moveMoney(merchant, account)) },
    commission: await linkIn(merchant, pos, /\/commission\?/),
    unexpected: await linkIn(merchant, `/payments/${day.paidTwice}`, /^\/unexpected\//),
    ...(day.capabilities.has('sellers') && { payoutAccount: await addPayoutAccount(merchant, account) }),
    // A file takes a minute.
    report: await craftgate.inThePast({ hours: 1 }, () => orderReport(merchant, account)),
  }
}

async function payLink(merchant: MerchantPages, link: string, waiting: string) {
  await payLinkOf(addressIn(await merchant.text(link)))
  const linkPayment = await linkIn(merchant, link, /^\/links\/[^/]+\/\d+\/payments\/\d+$/)
  const sought = `${linkPayment}?number=${encodeURIComponent(await numberOf(merchant, waiting))}`
  return { linkPayment, linkMatch: await linkIn(merchant, sought, /\/match\?/) }
}

async function moveMoney(merchant: MerchantPages, account: string) {
  const member = await memberWithWallet(merchant, account)
  await moveInWallet(merchant, member, { what: 'deposit', amount: '100' })
  // Out of the merchant's own wallet, which can be reset from then on.
  await moveInWallet(merchant, member, { what: 'credit', amount: '50,25' })
  await moveInWallet(merchant, member, { what: 'withdraw', amount: '20' })
  const [walletMove, withdraw] = [
    await linkIn(merchant, member, /\/moves\//),
    await linkIn(merchant, member, /\/withdraws\//),
  ]
  return { member, walletMove, withdraw }
}

async function addPayoutAccount(merchant: MerchantPages, account: string): Promise<string> {
  await submit(merchant, `/sellers/accounts/${account}`, { externalAccountId: 'wise-7', currency: 'USD' })
  return linkIn(merchant, `/sellers/accounts?account=${account}`, /^\/sellers\/accounts\/[^/]+\/\d+/)
}

async function orderReport(merchant: MerchantPages, account: string): Promise<string> {
  const yesterday = dayAtCraftgate(1)
  const asked = { account, kind: 'payments', from: yesterday, to: yesterday }
  const led = await submit(merchant, '/settlement/order', asked)
  return linkIn(merchant, led, /^\/settlement\/ordered\?/)
}
