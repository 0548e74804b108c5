// A shop far from Istanbul reads each moment on its own clock.

import { MemoryHost } from '../testing/memory-host'
import { incomingTransfer, memoryTransfers } from '../testing/memory-transfers'
import { Merchant } from '../testing/merchant'

async function inNewYork() {
  const host = new MemoryHost()
  host.timeZone = 'America/New_York'
  host.add(
    'p1',
    { paymentIds: [4711] },
    { events: [{ at: new Date('2026-11-24T11:05:00Z'), state: 'captured' }] },
  )
  host.offers({ transfers: memoryTransfers([incomingTransfer()]) })
  const merchant = new Merchant(host)
  await merchant.enter()
  return merchant
}

test('the list, the page of a payment with its timeline, and the file', async () => {
  const merchant = await inNewYork()
  const times = async (path: string) =>
    (await merchant.page(path)).querySelectorAll('main time').map(({ text }) => text)
  expect(await times('/')).toEqual(['24 Nov 2026, 06:00'])
  expect(await times('/payments/p1')).toContain('24 Nov 2026, 06:05')
  expect(await (await merchant.ask('/payments.csv')).text()).toContain('2026-11-24T06:00:00-05:00')
})

test('what Craftgate writes on the clock of Istanbul', async () => {
  const merchant = await inNewYork()
  const [link] = (await merchant.page('/transfers')).querySelectorAll('main tbody time')
  expect(link?.text).toBe('24 Nov 2026, 02:00')
})
