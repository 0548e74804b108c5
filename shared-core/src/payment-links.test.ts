// Links that ask for a free amount, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from './money'
import { DirectShop } from './testing/direct-shop'

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
  const opened = await fetch(link.url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper()
  await shopper.open(new URL(opened.headers.get('location') ?? '', link.url).href)
  await shopper.pay({ card: testCards.success })
  expect(await links().find('tr', link.id)).toMatchObject({ soldCount: 1 })
  expect(await links().search('tr', 0)).toMatchObject({ links: [{ id: link.id }], count: 1 })
})

test('a form that was sent twice makes one link', async () => {
  const [one, two] = [await links().create('tr', LINK), await links().create('tr', LINK)]
  expect(two.id).toBe(one.id)
  expect((await links().search('tr', 0)).count).toBe(1)
})

test('yen have no decimals', async () => {
  const price = money(1_500, 'JPY')
  expect(await links().create('tr', { ...LINK, price })).toMatchObject({ price })
})

test('a link that was deleted is not there, and nobody pays it', async () => {
  const link = await links().create('tr', LINK)
  await links().delete('tr', link.id)
  await expect(links().find('tr', link.id)).rejects.toMatchObject({ kind: 'invalid-request' })
  expect((await links().search('tr', 0)).links).toEqual([])
  expect((await new Shopper().open(link.url)).status).not.toBe(200)
})
