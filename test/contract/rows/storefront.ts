import type {
  StorefrontCards,
  StorefrontInstallments,
  StorefrontLoanOffers,
  StorefrontMethods,
  StorefrontPayment,
  StorefrontProblem,
  StorefrontTopUp,
  StorefrontWallets,
} from '@craftgate-commerce/core/storefront'
import { type Callback, testCards } from '@craftgate-commerce/sandbox'
import type { Row, Scene } from '../scene'
import type { PlacedOrder, StorefrontAccess } from '../store'
import { undocumented } from '../storefront-samples'
import { LAST_FOUR, saveCard } from './stored-cards'
import { customerWithWallet } from './wallets'

type Told = StorefrontPayment & Partial<StorefrontProblem>

/** Where the shop sends the shopper who comes back from the payment page. */
async function returnAddress({ url, fields }: Callback): Promise<URL> {
  const body = new URLSearchParams(fields)
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '', url)
}

async function ask<Answer = Told>(
  { endpoint, headers, query }: StorefrontAccess,
  path: string,
): Promise<Answer> {
  const answer = await fetch(`${endpoint}${path}?${new URLSearchParams({ lang: 'tr', ...query })}`, {
    headers,
  })
  expect(answer.headers.get('cache-control')).toContain('no-store')
  return read<Answer>(path, answer)
}

/** What the documentation says may be in it, and nothing else. */
async function read<Answer>(path: string, answer: Response): Promise<Answer> {
  const told: unknown = await answer.json()
  expect(undocumented(path, told)).toEqual([])
  return told as Answer
}

/** What the page that the shopper comes back to is told. */
async function told(scene: Scene, order: PlacedOrder, at: { reference: string; callback: Callback }) {
  const sig = (await returnAddress(at.callback)).searchParams.get('sig')
  const access = scene.store.storefront(order)
  const query = sig === null ? access.query : { ...access.query, sig }
  return () => ask({ ...access, query }, `/payments/${encodeURIComponent(at.reference)}`)
}

const decimal = (minor: number): string => (minor / 100).toFixed(2)

/** How each shop names the cart of an order that is being placed. */
const CART_OF: Readonly<Partial<Record<string, (order: PlacedOrder) => Record<string, string>>>> = {
  Medusa: ({ id }) => ({ cart: id }),
  Vendure: () => ({ cart: 'active' }),
}

/** Something that the customer's browser does. */
async function order<Answer>(
  { endpoint, headers }: StorefrontAccess,
  path: string,
  { method, body }: { readonly method: 'POST' | 'DELETE'; readonly body?: object },
): Promise<Answer> {
  const answer = await fetch(`${endpoint}${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  return read<Answer>(path, answer)
}

/** What is answered of the price of an order: of its cart where the shop knows it, else of its amount. */
async function askOfPrice<Answer>(
  { store }: Scene,
  placed: PlacedOrder,
  path: string,
  more: Record<string, string> = {},
): Promise<{ readonly status: number; readonly told: Answer }> {
  const { endpoint, headers, query } = store.storefront(placed)
  const subject = CART_OF[store.name]?.(placed) ?? { amount: decimal(placed.total) }
  const asked = new URLSearchParams({ lang: 'tr', ...query, ...subject, ...more })
  const answer = await fetch(`${endpoint}${path}?${asked}`, { headers })
  return { status: answer.status, told: await read<Answer>(path, answer) }
}

export const storefront: readonly Row[] = [
  {
    title: 'the ways to pay of the shop, with a name and a line of explanation; each opens by its link',
    async play(scene) {
      const placed = await scene.place()
      const access = scene.store.storefront(placed)
      const { methods } = await ask<StorefrontMethods>(access, '/methods')
      for (const { name, explanation } of methods)
        expect([name, explanation]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)])
      const [page] = methods.filter(({ isPaidLater, isHeld }) => !isPaidLater && !isHeld)
      expect(page).toMatchObject({ group: 'card' })
      expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length)
      const visitor = { ...access, headers: access.anybody }
      expect(await ask<StorefrontMethods>(visitor, '/methods')).toMatchObject({
        version: 1,
        methods: expect.any(Array),
      })
    },
  },
  {
    title: 'what a price costs in instalments, by card family and of one card, in the same form in each shop',
    async play(scene) {
      const placed = await scene.place()
      const { told } = await askOfPrice<StorefrontInstallments>(scene, placed, '/installments')
      expect(told.exact).toBe(scene.store.name !== 'Shopify')
      expect(told.price.currency).toBe('TRY')
      if (told.exact) expect(told.price.amount).toBe(decimal(placed.total))
      expect(told.tables.map(({ cardFamily }) => cardFamily)).toEqual(
        expect.arrayContaining(['Bonus', 'World', 'Axess']),
      )
      for (const { options } of told.tables) {
        expect(options[0]).toMatchObject({ count: 1, total: told.price.amount, fundedBy: 'nobody' })
        for (const { count, each, total, interest } of options) {
          expect(Number(total)).toBeCloseTo(Number(told.price.amount) + Number(interest), 2)
          expect(Math.abs(Number(each) * count - Number(total))).toBeLessThan(0.01 * count)
        }
      }
      const bin = testCards.success.cardNumber.slice(0, 8)
      const { told: ofCard } = await askOfPrice<StorefrontInstallments>(scene, placed, '/installments', {
        bin,
      })
      expect(ofCard.tables).toMatchObject([{ bank: expect.any(String), cardAssociation: expect.any(String) }])
      const wrong = await askOfPrice<StorefrontProblem>(scene, placed, '/installments', { bin: '12' })
      expect(wrong).toMatchObject({ status: 400, told: { version: 1, error: 'bad-bin' } })
    },
  },
  {
    title: 'what a cart costs with the shopping loans of the checkout, by months; Shopify’s app offers none',
    async play(scene) {
      const placed = await scene.place()
      const { status, told } = await askOfPrice<StorefrontLoanOffers>(scene, placed, '/loan-offers')
      const { price, lenders } = told
      expect(status).toBe(200)
      if (scene.store.name === 'Shopify') return expect(lenders).toEqual([])
      expect(price).toEqual({ amount: decimal(placed.total), currency: 'TRY' })
      expect(lenders).toMatchObject([{ method: 'ZIP', banks: [{ name: expect.stringContaining('Zip') }] }])
      for (const { months, total, interest } of lenders[0]?.banks[0]?.plans ?? []) {
        expect([3, 6, 9, 12]).toContain(months)
        expect(Number(total)).toBeCloseTo(placed.total / 100 + Number(interest), 2)
      }
    },
  },
  {
    title: 'a customer sees the stored cards, renames one and deletes it; a guest is asked to log in',
    needs: ['customers'],
    async play(scene) {
      const customer = await saveCard(scene)
      const access = scene.store.storefront(await scene.place({ customer }))
      const { cards } = await ask<StorefrontCards>(access, '/cards')
      expect(cards).toMatchObject([{ lastFour: LAST_FOUR, expired: false }])
      const path = `/cards/${cards[0]?.id}`
      const body = { name: 'Ortak kart' }
      const renamed = await order<StorefrontCards>(access, path, { method: 'POST', body })
      expect(renamed.cards).toMatchObject([{ name: 'Ortak kart', lastFour: LAST_FOUR }])
      const guest = { ...access, headers: access.anybody }
      const refused = await order<StorefrontProblem>(guest, path, { method: 'DELETE' })
      expect(refused).toMatchObject({ error: 'log-in' })
      const left = await order<StorefrontCards>(access, path, { method: 'DELETE' })
      expect(left).toEqual({ version: 1, cards: [] })
      expect(await scene.store.storedCards(customer)).toEqual([])
    },
  },
  {
    title: 'a customer sees what the wallet holds and why it moved; somebody else has none',
    needs: ['customers'],
    async play(scene) {
      const customer = await customerWithWallet(scene)
      const access = scene.store.storefront(await scene.place({ customer }))
      const { wallets } = await ask<StorefrontWallets>(access, '/wallets')
      expect(wallets).toMatchObject([
        {
          balance: { amount: '50.00', currency: 'TRY' },
          moves: [{ name: 'Cüzdana yükleme', amount: '50.00' }],
        },
      ])
      const other = scene.store.storefront(
        await scene.place({ customer: await scene.store.registerCustomer() }),
      )
      expect(await ask<StorefrontWallets>(other, '/wallets')).toEqual({
        ...{ version: 1, timeZone: expect.any(String), wallets: [] },
      })
      const body = { amount: '25.00', currency: 'TRY' }
      const { url } = await order<StorefrontTopUp>(access, '/wallets/top-up', { method: 'POST', body })
      expect(url).toMatch(/^https?:/)
    },
  },
  {
    title: 'how a payment stands: card, instalments, interest, and what a refund gave back',
    async play(scene) {
      const { order, reference, shopper } = await scene.goToPay(await scene.place())
      const { callback } = await shopper.pay({ card: testCards.success, installment: 3, deliver: false })
      if (!callback) throw new Error('The page handed out no callback')
      const look = await told(scene, order, { reference, callback })
      await scene.expectPaid(order)
      const [payment] = await scene.craftgate.paymentsSinceMark()
      const paidPrice = payment?.paidPrice ?? 0
      const before = await look()
      expect(before).toMatchObject({
        version: 1,
        reference,
        state: 'paid',
        price: { amount: decimal(order.total), currency: 'TRY' },
        paid: {
          amount: decimal(paidPrice),
          interest: decimal(paidPrice - order.total),
          installment: 3,
          lastFour: testCards.success.cardNumber.slice(-4),
        },
      })
      expect(before.refunded).toBeUndefined()
      expect(JSON.stringify(before)).not.toMatch(/@|Ayşe|Yılmaz|Moda|\+90/)
      await scene.store.refund(order, { everything: true })
      await scene.lookUntil(order, ({ refunded }) => refunded === order.total)
      expect((await look()).refunded).toEqual({ amount: decimal(paidPrice), currency: 'TRY' })
    },
  },
  {
    title: 'the order is told to the shopper who placed it, and to nobody else who holds the reference',
    async play(scene) {
      const { order, reference, callback } = await scene.heldCallback()
      const look = await told(scene, order, { reference, callback })
      const own = await look()
      expect(own.state).toBe('paid')
      if (scene.store.name !== 'Shopify') expect(own.order?.number).toMatch(/\w/)
      const { endpoint, anybody } = scene.store.storefront(order)
      const other = await ask(
        { endpoint, headers: anybody, query: {}, anybody },
        `/payments/${encodeURIComponent(reference)}`,
      )
      expect(other.order).toBeUndefined()
      // An app on Shopify has its link signed, and tells nobody else anything.
      expect(other.state ?? other.error).toBe(scene.store.name === 'Shopify' ? 'no-payment' : 'paid')
    },
  },
  {
    title: 'a shopper who left the payment page is told at once that nothing was paid',
    async play(scene) {
      const { order, reference, shopper } = await scene.goToPay(await scene.place())
      const { callback } = await shopper.leave({ deliver: false })
      if (!callback) throw new Error('The page handed out no callback')
      const look = await told(scene, order, { reference, callback })
      expect(await look()).toMatchObject({ state: 'open', price: { amount: decimal(order.total) } })
      await scene.expectUnpaid(order)
    },
  },
  {
    title: 'a declined card is told in words for shoppers',
    async play(scene) {
      const { order, reference, shopper } = await scene.buy({}, { card: testCards.notSufficientFunds })
      const { callback } = await shopper.leave({ deliver: false })
      if (!callback) throw new Error('The page handed out no callback')
      const look = await told(scene, order, { reference, callback })
      const { state, declined } = await look()
      expect(state).toBe('declined')
      expect(declined).toMatch(/bakiye|limit/i)
    },
  },
]
