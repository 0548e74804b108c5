import { attentionOf } from '../../index'
import { AYSE, MemoryHost } from '../../testing/memory-host'
import { incomingTransfer, memoryTransfers } from '../../testing/memory-transfers'
import { Merchant } from '../../testing/merchant'

test('a transfer that nobody decided needs attention, and leaves when it is decided', async () => {
  const host = new MemoryHost()
  const transfers = memoryTransfers([incomingTransfer()])
  host.offers({ transfers })
  expect((await attentionOf(host, AYSE, 'en')).kinds).toMatchObject([{ kind: 'transfers', count: 1 }])
  const merchant = new Merchant(host)
  await merchant.enter()
  const [link] = (await merchant.page('/attention')).querySelectorAll('main tbody a')
  expect([link?.text, link?.getAttribute('href')]).toEqual([
    'Transfer 7',
    '/craftgate/panel/transfers/main/7',
  ])
  await transfers.close({ merchant: 'main', id: 7, reason: 'other' })
  expect(await attentionOf(host, AYSE, 'en')).toEqual({ count: 0, kinds: [] })
})
