import { attentionOf } from '../../index'
import { AYSE, MemoryHost } from '../../testing/memory-host'
import { GARANTI } from '../../testing/memory-setup'
import { Merchant } from '../../testing/merchant'

let host: MemoryHost
beforeEach(() => {
  host = new MemoryHost()
})

const linksOf = async (user = AYSE) => {
  const merchant = new Merchant(host)
  await merchant.enter(user)
  const links = (await merchant.page('/attention')).querySelectorAll('main tbody a')
  return links.map((link) => [link.text, link.getAttribute('href')])
}

test('keys and webhooks that are refused are raised first, lead to the set-up, and are cleared by themselves', async () => {
  host.add('p1', { state: 'needs-review' })
  host.setup.facts = { keysRefusedAt: host.now, webhooksRefusedAt: host.now }
  expect((await attentionOf(host, AYSE, 'en')).kinds).toMatchObject([
    { kind: 'refused-keys', count: 1 },
    { kind: 'refused-webhooks', count: 1 },
    { kind: 'needs-review', count: 1 },
  ])
  expect((await linksOf()).slice(0, 2)).toEqual([
    ['The keys are refused', '/craftgate/panel/setup'],
    ['Webhooks do not fit the key', '/craftgate/panel/setup'],
  ])
  host.setup.facts = { webhookCameAt: host.now }
  expect((await attentionOf(host, AYSE, 'en')).kinds).toMatchObject([{ kind: 'needs-review' }])
})

test('a POS that autopilot closed leads to its page, until it is open again', async () => {
  host.setup.poses = [GARANTI, { ...GARANTI, id: 102, autopilot: { threeDS: true, nonThreeDS: true } }]
  expect((await attentionOf(host, AYSE, 'en')).kinds).toMatchObject([{ kind: 'closed-poses', count: 1 }])
  expect(await linksOf()).toEqual([['Garanti', '/craftgate/panel/setup/poses/main/101']])
  host.setup.poses = []
  expect(await attentionOf(host, AYSE, 'en')).toEqual({ count: 0, kinds: [] })
})

test('of several accounts each is named', async () => {
  host.setup.facts = { keysRefusedAt: host.now }
  const links = await linksOf({ ...AYSE, merchants: ['main', 'other'] })
  expect(links.map(([text]) => text)).toEqual(['main: The keys are refused', 'other: The keys are refused'])
})
