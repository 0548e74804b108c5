// Alerts on a real Vendure server: what needs attention in any channel is an event of Vendure's.
import { EventBus } from '@vendure/core'
import { CraftgateAlertEvent } from './alert-event'
import { CraftgateShop } from './test/craftgate-shop'

let shop: CraftgateShop
const events: CraftgateAlertEvent[] = []

beforeAll(async () => {
  shop = await CraftgateShop.start({ alerts: { repeatMinutes: 0 } })
  const bus = shop.shop.app.get(EventBus)
  bus.ofType(CraftgateAlertEvent).subscribe((event) => void events.push(event))
}, 600_000)
afterAll(() => shop?.close())
beforeEach(() => shop.sandbox.control.reset())

const said = () => events.map(({ alert: { kind, state, count } }) => `${kind} ${state} ${count}`)

test('a payment under review is an event once, and once more when it is decided', async () => {
  shop.sandbox.control.fraud.nextPayment('REVIEW')
  const begun = await shop.checkout()
  await shop.pay(begun.payLink)
  await shop.reconcile()
  await shop.reconcile()
  expect(said()).toEqual(['review raised 1'])
  const [event] = events
  expect(event?.ctx.apiType).toBe('admin')
  expect(event?.alert).toMatchObject({ account: 'main:sandbox', title: 'İncelenen ödemeler' })
  expect(event?.alert.url).toMatch(/\/craftgate\/panel\/attention$/)
  const [payment] = shop.sandbox.control.payments()
  shop.sandbox.control.fraud.decide(payment?.fraudId ?? 0, 'NOT_FRAUD')
  await shop.reconcile()
  await shop.reconcile()
  expect(said()).toEqual(['review raised 1', 'review cleared 0'])
})
