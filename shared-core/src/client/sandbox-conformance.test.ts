// The same life of payments with the stock SDK and with ours, against the emulator: same answers, same refusals.

import Craftgate from '@craftgate/craftgate'
import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import { CraftgateError } from '../errors'
import type { CraftgateClient, OperationId } from './craftgate-client'
import { rejectionOf, testClient } from './testing/test-client'

type Client = InstanceType<typeof Craftgate.Client>
type Shop = Pick<CraftgateClient, 'call'>

/** The stock SDK, called as ours is. */
const asShop = (sdk: Client): Shop => ({
  call: (id, args) => {
    const { path = {}, query, body } = args as { path?: object; query?: object; body?: object }
    const [adapter, method] = STOCK_CALLS[id] ?? []
    const instance: object | undefined = adapter && sdk[adapter]()
    const call: unknown = instance && Reflect.get(instance, method ?? '')
    if (typeof call !== 'function') throw new Error(`No such call of the SDK: ${id}`)
    return call.apply(instance, [...Object.values(path), query ?? body])
  },
})

/** Where the SDK keeps the calls below. */
const STOCK_CALLS: {
  readonly [Id in OperationId]?: readonly ['payment' | 'paymentReporting' | 'installment', string]
} = {
  createPayment: ['payment', 'createPayment'],
  expireCheckoutPayment: ['payment', 'expireCheckoutPayment'],
  initCheckoutPayment: ['payment', 'initCheckoutPayment'],
  postAuthPayment: ['payment', 'postAuthPayment'],
  refundPayment: ['payment', 'refundPayment'],
  refundPaymentTransaction: ['payment', 'refundPaymentTransaction'],
  retrieveBinNumber: ['installment', 'retrieveBinNumber'],
  retrieveCheckoutPayment: ['payment', 'retrieveCheckoutPayment'],
  retrievePayment: ['payment', 'retrievePayment'],
  retrievePaymentReport: ['paymentReporting', 'retrievePayment'],
  retrievePaymentTransactionRefunds: ['paymentReporting', 'retrievePaymentTransactionRefunds'],
  searchInstallments: ['installment', 'searchInstallments'],
  searchPayments: ['paymentReporting', 'searchPayments'],
}

const { Currency, PaymentGroup, PaymentPhase, RefundDestinationType } = Craftgate.Model
const CARD = {
  cardHolderName: 'Haluk Demir',
  cardNumber: '5258640000000001',
  expireYear: '2044',
  expireMonth: '07',
  cvc: '000',
}
const DECLINED = { ...CARD, cardNumber: '5100050000006661' }

const sale = (conversationId: string, over: object = {}) => ({
  price: 100.1,
  paidPrice: 100.1,
  walletPrice: 0,
  installment: 1 as const,
  currency: Currency.TRY,
  conversationId,
  externalId: conversationId,
  paymentGroup: PaymentGroup.Product,
  paymentPhase: PaymentPhase.Auth,
  card: CARD,
  items: [
    { name: 'Çay bardağı & "tabak"', price: 60.05, externalId: 'i-1' },
    { name: 'Şeker', price: 40.05, externalId: 'i-2' },
  ],
  ...over,
})

const page = {
  price: 100,
  paidPrice: 100,
  currency: Currency.TRY,
  paymentGroup: PaymentGroup.Product,
  conversationId: 'page-1',
  callbackUrl: 'https://shop.example.com/cb?a=1&b=ş',
  items: [{ name: 'Çay', price: 100 }],
}

interface Step {
  readonly name: string
  readonly run: (shop: Shop) => Promise<unknown>
}

const STEPS: readonly Step[] = [
  {
    name: 'opens a page, finds it unpaid and closes it',
    run: async (shop) => {
      const opened = await shop.call('initCheckoutPayment', { body: page })
      const unpaid = await failureOf(shop.call('retrieveCheckoutPayment', { path: { token: opened.token } }))
      await shop.call('expireCheckoutPayment', { path: { token: opened.token } })
      return { opened, unpaid }
    },
  },
  {
    name: 'pays, finds the payment in every way and refunds a part and the rest',
    run: async (shop) => {
      const paid = await shop.call('createPayment', { body: sale('cg-sale.1') })
      const transactionId = paid.paymentTransactions?.[0]?.id ?? 0
      const refund = { paymentTransactionId: transactionId, refundPrice: 10.05, conversationId: 'refund-1' }
      return {
        paid,
        again: await shop.call('retrievePayment', { path: { id: paid.id } }),
        found: await shop.call('searchPayments', {
          query: {
            conversationId: 'cg-sale.1',
            minCreatedDate: new Date(Date.now() - 3_600_000).toISOString(),
            page: 0,
            size: 10,
          },
        }),
        part: await shop.call('refundPaymentTransaction', {
          body: { ...refund, refundDestinationType: RefundDestinationType.Provider },
        }),
        refunds: await shop.call('retrievePaymentTransactionRefunds', {
          path: { paymentId: paid.id, paymentTransactionId: transactionId },
        }),
        report: await shop.call('retrievePaymentReport', { path: { paymentId: paid.id } }),
      }
    },
  },
  {
    name: 'refunds a whole payment',
    run: async (shop) => {
      const paid = await shop.call('createPayment', { body: sale('cg-sale.2') })
      const whole = await shop.call('refundPayment', {
        body: { paymentId: paid.id, conversationId: 'refund-2' },
      })
      return { whole, twice: await failureOf(shop.call('refundPayment', { body: { paymentId: paid.id } })) }
    },
  },
  {
    name: 'authorizes and captures',
    run: async (shop) => {
      const held = await shop.call('createPayment', {
        body: sale('cg-sale.3', { paymentPhase: PaymentPhase.PreAuth }),
      })
      return shop.call('postAuthPayment', { path: { paymentId: held.id }, body: { paidPrice: 90.5 } })
    },
  },
  {
    name: 'is declined',
    run: (shop) => failureOf(shop.call('createPayment', { body: sale('cg-no', { card: DECLINED }) })),
  },
  {
    name: 'asks for nonsense',
    run: (shop) => failureOf(shop.call('createPayment', { body: sale('cg-bad', { items: [] }) })),
  },
  {
    name: 'asks for a payment that is not there',
    run: (shop) => failureOf(shop.call('retrievePayment', { path: { id: 999_999 } })),
  },
  {
    name: 'searches for text that hurts',
    run: (shop) =>
      shop.call('searchPayments', {
        query: { externalId: 'Şişli + 50% = "indirim" & ?#/ ı', page: 0, size: 5 },
      }),
  },
  {
    name: 'asks for instalments and a BIN',
    run: async (shop) => [
      await shop.call('searchInstallments', {
        query: { binNumber: '525864', price: 100, currency: Currency.TRY },
      }),
      await shop.call('retrieveBinNumber', { path: { binNumber: '525864' } }),
    ],
  },
]

interface Failure {
  readonly code: string
  readonly group?: string
}

const failureOf = async (call: Promise<unknown>): Promise<Failure> => {
  const error = await rejectionOf(call)
  if (error instanceof Craftgate.CraftgateError) {
    return { code: error.getErrorCode(), group: error.getErrorData().errorGroup ?? undefined }
  }
  if (error instanceof CraftgateError) return { code: error.code, group: error.group }
  throw error
}

// What differs between two runs of the same step: ids, times and tokens.
const VARIES = /(^id$|Id$|Date$|Time$|^token$|^pageUrl$|^authCode$|^hostReference$|^transId$|^orderId$)/

const withoutVariation = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (name, inner: unknown) => (VARIES.test(name) ? typeof inner : inner)),
  )

let sandbox: Sandbox
let stock: Client
let ours: CraftgateClient

beforeEach(async () => {
  sandbox = await startSandbox()
  const { apiKey, secretKey, webhookKey, url } = sandbox
  stock = new Craftgate.Client({ apiKey, secretKey, baseUrl: url, language: 'en' })
  ours = testClient(url, { language: 'en' }, { apiKey, secretKey, webhookKey })
})
afterEach(async () => {
  await ours.close()
  await sandbox.close()
})

it.each(STEPS)('a shop that $name cannot tell the two apart', async ({ run }) => {
  const theirs = await run(asShop(stock))
  sandbox.control.reset()
  const own = await run(ours)
  expect(withoutVariation(own)).toEqual(withoutVariation(theirs))
})

it.each([
  ['the secret key', { secretKey: 'wrong' }],
  ['the API key', { apiKey: 'wrong' }],
])('is refused with a wrong key, and says where to look: %s', async (_name, wrong) => {
  const { apiKey, secretKey, webhookKey, url } = sandbox
  const client = testClient(url, {}, { apiKey, secretKey, webhookKey, ...wrong })
  const error = await rejectionOf(client.call('retrievePayment', { path: { id: 1 } }))
  expect(error).toMatchObject({
    kind: 'unauthorized',
    message: expect.stringContaining('panel.craftgate.io'),
  })
  await client.close()
})

it.each([
  ['drop-after-commit', 1],
  ['drop-before', 0],
] as const)(
  'a refund that meets %s is sent once, and Craftgate can be asked about it',
  async (kind, happened) => {
    const paid = await ours.call('createPayment', { body: sale('cg-sale.4') })
    sandbox.control.faults.add({ kind, match: { method: 'POST', path: '/payment/v1/refunds' } })
    const error = await rejectionOf(
      ours.call('refundPayment', { body: { paymentId: paid.id, conversationId: 'refund-4' } }),
    )
    expect(error).toMatchObject({ kind: 'unknown-outcome', retry: 'ask-first' })
    const { items } = await ours.call('searchPaymentRefunds', {
      query: { conversationId: 'refund-4', page: 0, size: 10 },
    })
    expect(items).toHaveLength(happened)
  },
)

it('reads over a Craftgate that drops, breaks and stalls', async () => {
  const paid = await ours.call('createPayment', { body: sale('cg-sale.5') })
  sandbox.control.faults.add({ kind: 'drop-before', match: { method: 'GET' } })
  sandbox.control.faults.add({ kind: 'status', status: 503, match: { method: 'GET', nth: 2 } })
  await expect(ours.call('retrievePayment', { path: { id: paid.id } })).resolves.toMatchObject({
    id: paid.id,
  })
})
