import { CraftgateError } from '../errors'
import { money } from '../money'
import { cardId, type StoredCard } from '../stored-cards/stored-cards'
import { answerStorefront } from './answer-storefront'
import type { StorefrontCustomer, StorefrontShop } from './storefront-shop'
import { quietCommerce } from './testing/quiet-commerce'

const OWNER = { merchant: 'main', cardUserKey: 'key-of-ayse' }
const REF = { merchant: 'main', customer: 'customer-7' }

const card = (token: string): StoredCard => ({
  cardToken: token,
  alias: 'Maaş kartım',
  lastFour: '0002',
  family: 'Bonus',
  bankName: 'Garanti BBVA',
  expireMonth: '12',
  expireYear: '2030',
  expired: false,
})

const CUSTOMER: StorefrontCustomer = {
  owners: [OWNER],
  wallets: [REF],
  topUpAt: REF,
  details: async () => ({
    email: 'ayse@example.com',
    name: 'Ayşe',
    surname: 'Yılmaz',
    phone: '',
    address: '',
  }),
}

type Commerce = Partial<Record<keyof StorefrontShop['commerce'], unknown>>

interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly customer?: StorefrontCustomer | 'guest' | 'no-login'
}

async function ask(
  commerce: Commerce,
  path: string,
  { method = 'GET', body, customer = CUSTOMER }: Asked = {},
) {
  const request = new Request(`https://shop.example.com/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': 'tr' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer = await answerStorefront(
    {
      commerce: { ...quietCommerce(), ...commerce } as StorefrontShop['commerce'],
      price: () => Promise.reject(new Error('no price was asked for')),
      payment: async () => undefined,
      entries: async () => [],
      ...(customer === 'no-login'
        ? {}
        : { customer: async () => (customer === 'guest' ? undefined : customer) }),
    },
    { request, path: new URL(request.url).pathname.replace('/v1', '') },
  )
  return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.json() }
}

/** Craftgate with these cards of Ayşe's. */
function cards(...tokens: string[]) {
  let stored = tokens.map(card)
  return {
    storedCards: async ({ cardUserKey }: typeof OWNER) => (cardUserKey === OWNER.cardUserKey ? stored : []),
    renameStoredCard: async (_owner: unknown, one: StoredCard, alias: string) => {
      stored = stored.map((each) => (each.cardToken === one.cardToken ? { ...each, alias } : each))
    },
    deleteStoredCard: async (_owner: unknown, token: string) => {
      stored = stored.filter(({ cardToken }) => cardToken !== token)
    },
  }
}

test('the stored cards of who is logged in, without Craftgate’s token', async () => {
  const { status, cache, body } = await ask(cards('token-1'), '/cards')
  expect([status, cache]).toEqual([200, 'private, no-store'])
  expect(body).toEqual({
    version: 1,
    cards: [
      {
        id: cardId({ cardToken: 'token-1' }),
        name: 'Maaş kartım',
        lastFour: '0002',
        cardFamily: 'Bonus',
        bank: 'Garanti BBVA',
        expiry: '12/2030',
        expired: false,
      },
    ],
  })
  expect(JSON.stringify(body)).not.toMatch(/token-1|key-of/)
})

test('a card gets another name, and is forgotten; what is left is answered', async () => {
  const craftgate = cards('token-1', 'token-2')
  const path = `/cards/${cardId({ cardToken: 'token-1' })}`
  const renamed = await ask(craftgate, path, { method: 'POST', body: { name: ' Ortak kart ' } })
  expect(renamed.body).toMatchObject({ cards: [{ name: 'Ortak kart' }, { name: 'Maaş kartım' }] })
  const deleted = await ask(craftgate, path, { method: 'DELETE' })
  expect(deleted.body).toMatchObject({ cards: [{ id: cardId({ cardToken: 'token-2' }) }] })
})

test.each([
  ['GET', '/cards', 'guest', undefined, 401, 'log-in'],
  ['GET', '/wallets', 'guest', undefined, 401, 'log-in'],
  ['GET', '/cards', 'no-login', undefined, 404, 'not-found'],
  ['DELETE', '/cards/another', CUSTOMER, undefined, 404, 'no-card'],
  ['POST', '/cards/another', CUSTOMER, { name: 'x' }, 404, 'no-card'],
  ['POST', '/cards/any', CUSTOMER, { name: ' ' }, 400, 'bad-name'],
  ['POST', '/cards/any', CUSTOMER, { name: 'x'.repeat(51) }, 400, 'bad-name'],
  ['POST', '/cards/any', CUSTOMER, { name: 'a\nb' }, 400, 'bad-name'],
  ['POST', '/cards/any', CUSTOMER, 'text', 400, 'bad-body'],
  ['POST', '/cards/any', CUSTOMER, { name: 'x'.repeat(5000) }, 400, 'bad-body'],
  ['POST', '/cards', CUSTOMER, {}, 404, 'not-found'],
  ['GET', '/wallets?page=-1', CUSTOMER, undefined, 404, 'not-found'],
  ['POST', '/wallets/top-up', CUSTOMER, { amount: '0' }, 400, 'bad-amount'],
  ['POST', '/wallets/top-up', CUSTOMER, { amount: '1,5' }, 400, 'bad-amount'],
  ['POST', '/wallets/other', CUSTOMER, {}, 404, 'not-found'],
] as const)('%s %s of %j: %i %s', async (method, path, customer, body, status, error) => {
  const who = typeof customer === 'string' ? customer : CUSTOMER
  expect(await ask(cards('token-1'), path, { method, body, customer: who })).toMatchObject({
    status,
    body: { error },
  })
})

const wallets = {
  members: { customers: { find: async () => ({ id: 5 }), ensure: async () => ({ id: 5 }) } },
  wallets: {
    find: async () => ({ id: 9, memberId: 5, balance: money(25_000, 'TRY') }),
    moves: async () => ({
      count: 2,
      moves: [
        { id: 2, at: new Date('2026-11-24T12:00:00Z'), type: 'PAYMENT_REDEEM', amount: money(-5_000, 'TRY') },
        { id: 1, type: 'A_NEW_ONE', amount: money(30_000, 'TRY') },
      ],
    }),
    open: async () => ({ id: 9 }),
    topUp: async ({ amount }: { amount: unknown }) => ({
      url: `https://pay.example.com/${JSON.stringify(amount)}`,
    }),
  },
}

test('the wallet of who is logged in, with its moves in words', async () => {
  const { body } = await ask({ ...wallets, timeZone: 'America/New_York' }, '/wallets')
  expect(body).toEqual({
    version: 1,
    timeZone: 'America/New_York',
    wallets: [
      {
        balance: { amount: '250.00', currency: 'TRY' },
        moveCount: 2,
        moves: [
          {
            at: '2026-11-24T12:00:00.000Z',
            name: 'Ödemede kullanıldı',
            type: 'PAYMENT_REDEEM',
            amount: '-50.00',
          },
          { name: 'Cüzdan hareketi', type: 'A_NEW_ONE', amount: '300.00' },
        ],
      },
    ],
  })
})

test('the page on which he fills it', async () => {
  const { body } = await ask(wallets, '/wallets/top-up', { method: 'POST', body: { amount: '250.00' } })
  expect(body).toEqual({ version: 1, url: 'https://pay.example.com/{"minor":25000,"currency":"TRY"}' })
})

test.each([
  ['invalid-member', 422, 'incomplete-account'],
  ['wallets-off', 404, 'no-wallets'],
])('%s is something that he can do about, or what the shop is like: %i %s', async (code, status, error) => {
  const find = () =>
    Promise.reject(
      new CraftgateError({
        kind: 'invalid-request',
        code,
        message: 'private',
        retry: 'no',
        merchantMessage: { tr: 'gizli', en: 'private' },
      }),
    )
  expect(await ask({ members: { customers: { find } } }, '/wallets')).toMatchObject({
    status,
    body: { error },
  })
})
