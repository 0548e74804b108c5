import { MedusaBackend } from './medusa-backend'

interface Asked {
  readonly method: string
  readonly path: string
}

const kept = new Map<string, string>()
let asked: Asked[] = []
let answers: Readonly<Record<string, unknown>> = {}

/** A shop that knows these answers only; a path without one is 404. */
async function shop(input: string, { method = 'GET' }: { readonly method?: string }) {
  const [path = ''] = input.split('?')
  asked.push({ method, path })
  const answer = answers[`${method} ${path}`]
  return {
    ok: answer !== undefined,
    status: answer === undefined ? 404 : 200,
    json: async () => answer ?? {},
  }
}

beforeAll(() => {
  Object.assign(globalThis, {
    fetch: shop,
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  })
})
beforeEach(() => {
  asked = []
  answers = {}
  kept.clear()
  kept.set('zerdali.medusa.cart', 'cart_1')
})

const backend = () => new MedusaBackend({ publishableKey: 'pk_1', regionCountry: 'tr' }, 'tr')

const by = (entry: string) => ({ id: entry, entry, isPaidLater: false })

const session = (provider_id: string, reference: string) => ({
  id: `payses_${reference}`,
  provider_id,
  status: 'requires_more',
  data: { reference, pay_link: `http://shop/pay/${reference}` },
})

const collection = (...payment_sessions: ReturnType<typeof session>[]) => ({
  payment_collection: {
    id: 'pay_col_1',
    currency_code: 'try',
    amount: 10,
    status: 'awaiting',
    payment_sessions,
  },
})

const checkout = (outcome: string, order_id: string | null = null) => ({
  checkout: {
    reference: 'old',
    outcome,
    cart_id: 'cart_1',
    order_id,
    order_display_id: order_id === null ? null : 7,
    amount: '10.00',
    currency_code: 'TRY',
    decline_message: null,
  },
})

const NEW_SESSION = { method: 'POST', path: '/store/payment-collections/pay_col_1/payment-sessions' }

function shopWith(existing: ReturnType<typeof session>[], outcome: string) {
  answers = {
    'POST /store/payment-collections': collection(...existing),
    'GET /store/craftgate/checkouts/old': checkout(outcome),
    [`POST ${NEW_SESSION.path}`]: collection(session('pp_craftgate_craftgate', 'new')),
  }
}

test('the page that is open is paid at, and no other made', async () => {
  shopWith([session('pp_craftgate_craftgate', 'old')], 'waiting')
  const begun = await backend().beginPayment(by('pp_craftgate_craftgate'))
  expect(begun).toEqual({ ok: true, payLink: 'http://shop/pay/old', reference: 'old' })
  expect(asked).not.toContainEqual(NEW_SESSION)
})

test.each(['declined', 'expired', 'refunded'])(
  'a page that is %s makes room for a new one',
  async (outcome) => {
    shopWith([session('pp_craftgate_craftgate', 'old')], outcome)
    expect(await backend().beginPayment(by('pp_craftgate_craftgate'))).toMatchObject({
      ok: true,
      reference: 'new',
    })
    expect(asked).toContainEqual(NEW_SESSION)
  },
)

test('paying again without a choice is as it was begun before', async () => {
  shopWith([session('pp_craftgate_on-provizyon', 'old')], 'declined')
  answers = {
    ...answers,
    [`POST ${NEW_SESSION.path}`]: collection(session('pp_craftgate_on-provizyon', 'new')),
  }
  expect(await backend().beginPayment()).toMatchObject({ ok: true, reference: 'new' })
})

test('another way to pay is a new page', async () => {
  shopWith([session('pp_craftgate_on-provizyon', 'old')], 'waiting')
  expect(await backend().beginPayment(by('pp_craftgate_craftgate'))).toMatchObject({ reference: 'new' })
})

test('how a payment stands is asked with the cart that it is for, after the cart was forgotten too', async () => {
  shopWith([session('pp_craftgate_craftgate', 'old')], 'waiting')
  await backend().beginPayment(by('pp_craftgate_craftgate'))
  kept.delete('zerdali.medusa.cart')
  expect(backend().cartOfPayment('old')).toBe('cart_1')
  expect(backend().cartOfPayment('of somebody else')).toBeUndefined()
})

test('a cart that became an order is neither shown nor kept', async () => {
  answers = { 'GET /store/carts/cart_1': { cart: { id: 'cart_1', completed_at: '2026-11-24T12:00:00Z' } } }
  expect(await backend().cart()).toBeUndefined()
  expect(kept.has('zerdali.medusa.cart')).toBe(false)
})

test('what nobody knows is undefined, not a failure', async () => {
  expect(await backend().order('order_of_a_stranger')).toBeUndefined()
})

test('what is paid past Craftgate is placed', async () => {
  const data = { reference: 'old' }
  const paidLater = { ...session('pp_craftgate_havale', 'old'), data }
  answers = {
    'POST /store/payment-collections': collection(),
    [`${NEW_SESSION.method} ${NEW_SESSION.path}`]: {
      payment_collection: { ...collection().payment_collection, payment_sessions: [paidLater] },
    },
    'POST /store/carts/cart_1/complete': { type: 'order' },
  }
  const begun = await backend().beginPayment(by('pp_craftgate_havale'))
  expect(begun).toEqual({ ok: true, payLink: undefined, reference: 'old' })
})
