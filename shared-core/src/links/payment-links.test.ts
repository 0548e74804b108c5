// Links that ask for a free amount, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money/index'
import { DirectShop } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const LINK = {
  name: 'Kahve atölyesi',
  price: money(75_050, 'TRY'),
  installments: [1, 3],
  stock: 2,
  expiresAt: new Date('2026-03-09T09:00:00Z'),
  idempotencyKey: 'form-1',
}

const links = () => shop.commerce.paymentLinks

test('a link is made, listed, paid by who has it, and counted', async () => {
  const link = await links().create('tr', LINK)
  expect(link).toMatchObject({ name: LINK.name, price: LINK.price, isOpen: true, stock: 2, soldCount: 0 })
  expect(link.expiresAt).toEqual(LINK.expiresAt)
  await pay(link.url)
  expect(await links().find('tr', link.id)).toMatchObject({ soldCount: 1 })
  expect(await links().search('tr', { page: 0 })).toMatchObject({ links: [{ id: link.id }], count: 1 })
})

async function pay(url: string): Promise<void> {
  const opened = await fetch(url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper()
  await shopper.open(new URL(opened.headers.get('location') ?? '', url).href)
  await shopper.pay({ card: testCards.success })
}

test('what was paid by a link is found, and what was paid by another is not of it', async () => {
  const [link, other] = [
    await links().create('tr', LINK),
    await links().create('tr', { ...LINK, idempotencyKey: 'form-2' }),
  ]
  await pay(link.url)
  await pay(link.url)
  await pay(other.url)
  const { payments, count } = await links().payments('tr', link, 0)
  expect(count).toBe(2)
  expect(payments).toMatchObject([
    {
      price: LINK.price,
      paidPrice: LINK.price,
      paidAt: new Date('2026-03-02T09:00:00Z'),
      lastFour: expect.stringMatching(/^\d{4}$/),
    },
    { price: LINK.price },
  ])
  expect((await links().payments('tr', other, 0)).count).toBe(1)
})

test('a link that was made without what its payments carry has none that could be found', async () => {
  await pay((await links().create('tr', LINK)).url)
  expect(await links().payments('tr', {}, 0)).toEqual({ payments: [], count: 0 })
})

test('a link is changed as a whole, and keeps its address and what its payments carry', async () => {
  const link = await links().create('tr', LINK)
  const changed = await links().update('tr', link.id, {
    name: 'Çay atölyesi',
    price: money(90_000, 'TRY'),
    installments: [1],
    isOpen: false,
  })
  expect(changed).toMatchObject({
    id: link.id,
    url: link.url,
    externalId: link.externalId,
    name: 'Çay atölyesi',
    price: money(90_000, 'TRY'),
    installments: [1],
    isOpen: false,
    stock: undefined,
    expiresAt: undefined,
  })
  expect(await links().find('tr', link.id)).toEqual(changed)
  const opened = await links().update('tr', link.id, { ...changed, isOpen: true })
  await pay(opened.url)
  expect((await links().payments('tr', link, 0)).count).toBe(1)
})

test('a link is paid in parts where its terms say so', async () => {
  const link = await links().create('tr', { ...LINK, multiPayment: true })
  expect(link).toMatchObject({ multiPayment: true })
  const opened = await fetch(link.url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper()
  const page = await shopper.open(new URL(opened.headers.get('location') ?? '', link.url).href)
  expect(page.url).toContain('/multi/')
  const { multiPayment: _parts, ...whole } = link
  expect(await links().update('tr', link.id, whole)).toMatchObject({ multiPayment: false })
})

test('a link that is not there is not changed', async () => {
  const change = links().update('tr', 4711, { ...LINK, isOpen: true })
  await expect(change).rejects.toMatchObject({ kind: 'invalid-request' })
})

test('a form that was sent twice makes one link', async () => {
  const [one, two] = [await links().create('tr', LINK), await links().create('tr', LINK)]
  expect(two.id).toBe(one.id)
  expect((await links().search('tr', { page: 0 })).count).toBe(1)
})

test('yen have no decimals', async () => {
  const price = money(1_500, 'JPY')
  expect(await links().create('tr', { ...LINK, price })).toMatchObject({ price })
})

test('a link that was deleted is not there, and nobody pays it', async () => {
  const link = await links().create('tr', LINK)
  await links().delete('tr', link.id)
  await expect(links().find('tr', link.id)).rejects.toMatchObject({ kind: 'invalid-request' })
  expect((await links().search('tr', { page: 0 })).links).toEqual([])
  expect((await new Shopper().open(link.url)).status).not.toBe(200)
})
