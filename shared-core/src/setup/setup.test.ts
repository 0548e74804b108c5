// The set-up of a shop over the real wire: Craftgate is the emulator, the shop an HTTP server of its own.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { serveNode } from '../adapter/serve-node'
import { silentLogger } from '../logger'
import type { CraftgateOptions } from '../options/options'
import { DirectShop, locationOf } from '../testing/direct-shop'
import type { SetupQuery } from './inspect-setup'
import type { PosStatus } from './merchant-pos'

let shop: DirectShop
let server: Server
let publicUrl: string
/** What the shop's own server answers. */
let answering: 'shop' | 'nothing' = 'shop'

const RULE = { name: 'Kara liste', action: 'BLOCK' as const, conditions: 'clientIp in @blockedClientIps' }

const commissions = [1, 2, 3, 6].map((installment) => ({
  ...{ installment, bankRate: 4.75, merchantRate: installment > 1 ? 3.75 : 0 },
}))
const POSES = [
  { alias: 'garanti', name: 'Garanti', bank: 'GARANTİ', cardBrands: ['Bonus'], commissions },
  { alias: 'akbank', name: 'Akbank', bank: 'AKBANK', cardBrands: ['Axess'], commissions },
  { alias: 'dolar', name: 'Dolar', bank: 'BANK', currencies: ['USD' as const] },
]

beforeAll(async () => {
  const merchant = {
    poses: POSES,
    ...{ name: 'Deneme', apiKey: 'key', secretKey: 'secret', fraudRules: [RULE] },
    paymentMethods: ['CARD', 'KLARNA'] as ('CARD' | 'KLARNA')[],
  }
  shop = await DirectShop.start('tr', { merchants: [merchant] })
  server = createServer((request, response) => {
    if (answering === 'nothing') response.writeHead(404).end()
    else void serveNode(shop.commerce, { request, response, mountUrl: publicUrl }, silentLogger)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await shop.close()
  await new Promise((closed) => server.close(closed))
})
beforeEach(async () => {
  answering = 'shop'
  await shop.reset()
  await open()
})

const open = (checkout: CraftgateOptions['checkout'] = {}) => shop.reopen({ publicUrl, checkout })
const setup = () => shop.commerce.setup
const inspect = (over: Partial<SetupQuery> = {}) => setup().inspect({ merchant: 'tr', ...over })
const pos = async (alias: string) => {
  const found = (await inspect()).poses.find((each) => each.alias === alias)
  if (found === undefined) throw new Error(`There is no POS ${alias}`)
  return found
}
const setStatus = async (alias: string, status: PosStatus) =>
  setup().changePos('tr', (await pos(alias)).id, status)
const codes = async (over: Partial<SetupQuery> = {}) => (await inspect(over)).findings.map(({ code }) => code)
const said = async (code: string, over: Partial<SetupQuery> = {}) => {
  const { findings } = await inspect(over)
  const found = findings.find((each) => each.code === code)
  if (found === undefined) throw new Error(`${code} is not among ${findings.map((each) => each.code)}`)
  return found
}

async function buy(): Promise<void> {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open((await shop.begin()).payLink)))
  await shopper.pay({ card: testCards.success, deliver: false })
}

test('a shop that is set up is told so, check by check, without a secret', async () => {
  await buy()
  await shop.notify()
  await setStatus('garanti', 'AUTOPILOT')
  const inspection = await inspect({ versions: { Kahve: '1.2.3' } })
  expect(inspection.findings.map(({ check, code }) => [check, code])).toEqual([
    ['keys', 'keys-work'],
    ['addresses', 'address-answers'],
    ['addresses', 'address-answers'],
    ['webhook-key', 'webhooks-come'],
    ['poses', 'pos-open'],
    ['installments', 'installments-offered'],
    ['methods', 'methods-all'],
    ['clock', 'clock-right'],
    ['go-live', 'environment-test'],
    ['go-live', 'autopilot-on'],
    ['go-live', 'fraud-rules-there'],
    ['go-live', 'foreign-cards-taken'],
    ['versions', 'versions'],
  ])
  expect(inspection.findings.find(({ code }) => code === 'installments-offered')?.text.tr).toBe(
    'Taksit seçenekleri: TRY: 1, 2, 3, 6.',
  )
  expect(inspection.findings.at(-1)?.text.en).toContain('Kahve 1.2.3')
  expect(setup().last({ merchant: 'tr' })).toBe(inspection)
  expect(setup().last({ merchant: 'tr', currencies: ['USD'] })).toBeUndefined()
  const { apiKey: _name, secretKey, webhookKey, callbackKey } = shop.sandbox
  for (const secret of [secretKey, webhookKey, callbackKey])
    expect(JSON.stringify(inspection.findings).includes(`"${secret}"`)).toBe(false)
  expect(shop.logged.filter((each) => /check of the set-up/.test(String(each)))).toEqual([])
})

describe('keys', () => {
  test('that Craftgate refuses have a remedy, and what cannot be asked says so', async () => {
    shop.sandbox.control.apiKeys.revoke()
    const { status, remedy } = await said('keys-refused')
    expect(status).toBe('problem')
    expect(remedy?.tr).toContain('panel.craftgate.io/manage/api-credentials')
    const { findings, poses } = await inspect()
    expect(findings.filter(({ status }) => status === 'unknown').map(({ check }) => check)).toEqual([
      ...['webhook-key', 'poses', 'installments', 'methods', 'go-live'],
    ])
    expect(poses).toEqual([])
  })

  test('are known to be refused by any call, until one is answered', async () => {
    expect(setup().connection('tr').keysRefusedAt).toBeUndefined()
    shop.sandbox.control.apiKeys.revoke()
    await expect(shop.commerce.fraud.listNames('tr')).rejects.toMatchObject({ kind: 'unauthorized' })
    expect(setup().connection('tr').keysRefusedAt).toEqual(shop.sandbox.control.clock.now())
    shop.sandbox.control.apiKeys.restore()
    await expect(shop.commerce.fraud.list('tr', 'nothing')).rejects.toMatchObject({ kind: 'invalid-request' })
    expect(setup().connection('tr').keysRefusedAt).toBeUndefined()
  })
})

test('while Craftgate is out of reach every check that asks it says so', async () => {
  shop.sandbox.control.faults.add({ kind: 'status', status: 503, times: 1_000 })
  const { findings } = await inspect()
  const unknown = findings.filter(({ code }) => code === 'check-failed').map(({ check }) => check)
  expect(unknown).toEqual(['keys', 'poses', 'installments', 'methods', 'go-live'])
})

describe('addresses', () => {
  test('that something else answers have a remedy', async () => {
    answering = 'nothing'
    const { status, text, remedy } = await said('address-silent')
    expect([status, text.en]).toEqual(['problem', expect.stringContaining(`${publicUrl}/craftgate/webhook`)])
    expect(remedy?.en).toContain('publicUrl')
  })
})

test('a webhook that another key signed names the key to copy', async () => {
  await buy()
  expect(await codes()).toContain('webhooks-none')
  const [event] = shop.sandbox.control.webhooks.list().slice(-1)
  const { eventType, eventTimestamp, status, payloadId } = event ?? {}
  await shop.commerce.handle(
    new Request(`${publicUrl}/craftgate/webhook`, {
      method: 'POST',
      body: JSON.stringify({ eventType, eventTimestamp, status, payloadId }),
      headers: { 'content-type': 'application/json', 'x-cg-signature-v1': 'of an old key' },
    }),
  )
  const found = await said('webhooks-refused')
  expect(found.remedy?.tr).toContain('Üye İşyeri Webhook Key')
  await shop.notify()
  expect(await codes()).toContain('webhooks-come')
})

describe('POSes', () => {
  test('a currency without one, and one that none takes payments in', async () => {
    expect(await codes({ currencies: ['TRY', 'USD', 'xyz'] })).not.toContain('pos-none')
    const { text } = await said('pos-none', { currencies: ['TRY', 'KZT'] })
    expect(text.tr).toBe('KZT için hiç POS yok; bu para birimiyle kart ödemesi alınamaz.')
    const { poses } = await inspect()
    for (const { id, currency } of poses) if (currency === 'TRY') await setup().changePos('tr', id, 'PASSIVE')
    expect((await said('pos-closed')).status).toBe('problem')
  })

  test('one that autopilot closed is named with what it does not take', async () => {
    await setStatus('garanti', 'AUTOPILOT')
    shop.sandbox.control.pos.watch('garanti', { nonThreeDS: false })
    expect((await said('pos-autopilot-closed')).text.en).toContain('Garanti (payments without 3D Secure)')
    shop.sandbox.control.pos.watch('garanti', { threeDS: false })
    expect((await said('pos-autopilot-closed')).text.tr).toMatch(/: Garanti\.$/)
    shop.sandbox.control.pos.watch('garanti', { threeDS: true, nonThreeDS: true })
    expect(await codes()).not.toContain('pos-autopilot-closed')
  })

  test('what a webhook tells of autopilot is read, and is known without asking again', async () => {
    await setStatus('garanti', 'AUTOPILOT')
    expect(setup().closedPoses('tr')).toEqual([])
    shop.sandbox.control.pos.watch('garanti', { threeDS: false })
    expect((await shop.notify()).status).toBe(200)
    const asked = () => shop.calls('/merchant-poses').length
    const before = asked()
    expect(setup().closedPoses('tr')).toMatchObject([
      { alias: 'garanti', autopilot: { threeDS: false, nonThreeDS: true } },
    ])
    expect(asked()).toBe(before)
    await shop.sandbox.control.clock.advance({ seconds: 1 })
    shop.sandbox.control.pos.watch('garanti', { threeDS: true })
    await shop.notify()
    expect(setup().closedPoses('tr')).toEqual([])
  })

  test('a lost webhook of autopilot is made up for in ten minutes', async () => {
    await setStatus('garanti', 'AUTOPILOT')
    shop.sandbox.control.pos.watch('garanti', { threeDS: false })
    expect(setup().closedPoses('tr')).toEqual([])
    await shop.sandbox.control.clock.advance({ minutes: 10 })
    while (setup().closedPoses('tr').length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(setup().closedPoses('tr')).toMatchObject([{ alias: 'garanti' }])
  })

  test('is changed, also when the answer is lost', async () => {
    const { id } = await pos('garanti')
    expect(await setup().changePos('tr', id, 'PASSIVE')).toMatchObject({
      alias: 'garanti',
      status: 'PASSIVE',
    })
    expect(setup().last({ merchant: 'tr' })).toBeUndefined()
    shop.sandbox.control.faults.add({
      match: { method: 'PUT', pathRegex: '/status/' },
      kind: 'drop-after-commit',
    })
    expect(await setup().changePos('tr', id, 'AUTOPILOT')).toMatchObject({ status: 'AUTOPILOT' })
    shop.sandbox.control.faults.add({ match: { method: 'PUT', pathRegex: '/status/' }, kind: 'drop-before' })
    await expect(setup().changePos('tr', id, 'ACTIVE')).rejects.toMatchObject({ kind: 'unknown-outcome' })
  })

  test('its commissions are told, in per cent', async () => {
    const commissions = await setup().commissions('tr', (await pos('garanti')).id)
    const three = commissions.find(
      ({ installment, cardFamily }) => installment === 3 && cardFamily === 'Bonus',
    )
    expect(three).toMatchObject({ bankRate: 4.75, merchantRate: 3.75, isActive: true })
  })
})

describe('a commission', () => {
  const all = async () => setup().commissions('tr', (await pos('garanti')).id)
  const three = async () => (await all()).find(({ installment }) => installment === 3)
  const change = async (over: object) => {
    const { installment = 0, cardFamily, merchantRate, isActive = true } = (await three()) ?? {}
    const seen = { merchantRate, isActive }
    return setup().changeCommission('tr', (await pos('garanti')).id, {
      ...{ installment, cardFamily, seen, isActive },
      ...over,
    })
  }

  test('is changed, and the others stay as they are, also when the answer is lost', async () => {
    const before = await all()
    expect(await change({ merchantRate: 2.125 })).toContainEqual({ ...(await three()), merchantRate: 2.125 })
    const others = ({ installment }: { installment: number }) => installment !== 3
    expect((await all()).filter(others)).toEqual(before.filter(others))
    shop.sandbox.control.faults.add({
      match: { method: 'POST', pathRegex: '/commissions' },
      kind: 'drop-after-commit',
    })
    expect(await change({ isActive: false })).toContainEqual({ ...(await three()), isActive: false })
    expect(await three()).toMatchObject({ merchantRate: 2.125, isActive: false, bankRate: 4.75 })
  })

  test.each([
    ['commission-rate', { merchantRate: -1 }],
    ['commission-rate', { merchantRate: 100.1 }],
    ['commission-rate', { merchantRate: 1.00001 }],
    ['no-commission', { installment: 11 }],
    ['commission-changed', { seen: { merchantRate: 9, isActive: true } }],
  ])('is not changed: %s', async (code, over) => {
    const before = await all()
    await expect(change(over)).rejects.toMatchObject({ code })
    expect(await all()).toEqual(before)
  })
})

describe('instalments', () => {
  test('of the options that no POS has are named', async () => {
    await open({ enabledInstallments: [1, 3, 5, 6] })
    expect((await said('installments-offered')).text.en).toBe('Instalments: TRY: 1, 3, 6.')
    expect((await said('installments-missing')).text.en).toContain('TRY: 5')
  })

  test('of a shop that wants none are no matter; of one that wants some they are', async () => {
    await open({ enabledInstallments: [1] })
    expect((await codes()).filter((code) => code.startsWith('installments'))).toEqual([])
    await open({ enabledInstallments: [5] })
    expect(await codes()).toContain('installments-none')
  })
})

describe('ways to pay', () => {
  test('that the shop offers and Craftgate has not switched on are named in words', async () => {
    await open({ enabledPaymentMethods: ['CARD', 'PAPARA', 'KLARNA'] })
    expect((await said('methods-closed')).text.tr).toMatch(/: Papara\.$/)
    expect((await said('methods-open')).text.tr).toMatch(/: Banka veya kredi kartı, Klarna\.$/)
  })

  test('that are switched on and not offered are no problem', async () => {
    await open({ enabledPaymentMethods: ['CARD'] })
    expect(await said('methods-unused')).toMatchObject({ status: 'ok' })
    expect((await said('methods-unused')).text.en).toContain('Klarna')
  })
})

test('a clock that is off is told by how much', async () => {
  const { apiKey, secretKey, webhookKey, url: environment } = shop.sandbox
  const { inspectSetup } = await import('./inspect-setup')
  const { createClient } = await import('../client')
  const { parseOptions } = await import('../options/parse-configuration')
  const { harnessOptions } = await import('../testing/shop-harness')
  const merchant = { apiKey, secretKey, webhookKey, environment }
  const options = parseOptions({ ...harnessOptions, publicUrl, merchants: { tr: merchant } })
  const client = createClient(merchant)
  const clock = () => new Date(shop.sandbox.control.clock.now().getTime() + 90_000)
  const { findings } = await inspectSetup({ merchant: 'tr' }, { options, merchant, client, clock })
  await client.close()
  expect(findings.find(({ check }) => check === 'clock')?.text.en).toMatch(/is (89|90|91) seconds away/)
})
