import { attentionOf } from '../../index'
import { AYSE, MemoryHost } from '../../testing/memory-host'
import { BOUNCED } from '../../testing/memory-marketplace'
import { Merchant } from '../../testing/merchant'
import { alertSource } from '../alert-source'

const PERIOD = { from: '2026-08-24', to: '2026-11-24' }

let host: MemoryHost
beforeEach(() => {
  host = new MemoryHost()
})

const alerted = async () => {
  const seen = await alertSource(host).kinds({ merchant: 'main', account: 'main' })
  return seen.find(({ kind }) => kind === 'bounced-payouts')
}

test('payouts that bounced lead to the page of payouts, until they are paid again', async () => {
  host.bounced({ payouts: [BOUNCED], period: PERIOD, readAt: host.now })
  const kinds = [{ kind: 'bounced-payouts', title: 'Payouts that bounced', count: 1 }]
  expect(await attentionOf(host, AYSE, 'en')).toEqual({ count: 1, kinds })
  const merchant = new Merchant(host)
  await merchant.enter(AYSE)
  const link = (await merchant.page('/attention')).querySelector('main tbody a')
  expect(link?.text).toBe('Payout 9, Bakır Atölyesi')
  const address = link?.getAttribute('href') ?? ''
  expect(address).toMatch(/\/sellers\/payouts\?account=main&from=2026-08-24&to=2026-11-24#bounced$/)
  const page = await merchant.page(address.replace('/craftgate/panel', ''))
  expect(page.querySelector('#bounced')?.parentNode.text).toContain('Bakır Atölyesi')
  host.bounced({ payouts: [], period: PERIOD, readAt: host.now })
  expect((await attentionOf(host, AYSE, 'en')).count).toBe(0)
})

test('an alert of them is as of when Craftgate was asked, and tells no name', async () => {
  expect(await alerted()).toMatchObject({ count: 0, asOf: 'unknown' })
  host.bounced({ payouts: [BOUNCED], period: PERIOD, readAt: host.now })
  expect(await alerted()).toMatchObject({ count: 1, asOf: host.now, readAt: host.now })
  expect(JSON.stringify(await alerted())).not.toContain('Bakır')
})
