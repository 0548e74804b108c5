// The same life of payments with the stock SDK and with ours, against the emulator: same answers, same refusals.

import Craftgate from '@craftgate/craftgate'
import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import { CraftgateError } from '../errors'
import type { WholeGateway } from './gateway'
import { rejectionOf, testGateway } from './testing/test-gateway'

type Client = InstanceType<typeof Craftgate.Client>
type Shop = Client | WholeGateway

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
      const opened = await shop.payment().initCheckoutPayment(page)
      const unpaid = await failureOf(shop.payment().retrieveCheckoutPayment(opened.token))
      await shop.payment().expireCheckoutPayment(opened.token)
      return { opened, unpaid }
    },
  },
  {
    name: 'pays, finds the payment in every way and refunds a part and the rest',
    run: async (shop) => {
      const paid = await shop.payment().createPayment(sale('cg-sale.1'))
      const transactionId = paid.paymentTransactions?.[0]?.id ?? 0
      const refund = { paymentTransactionId: transactionId, refundPrice: 10.05, conversationId: 'refund-1' }
      return {
        paid,
        again: await shop.payment().retrievePayment(paid.id),
        found: await shop.paymentReporting().searchPayments({
          conversationId: 'cg-sale.1',
          minCreatedDate: new Date(Date.now() - 3_600_000),
          page: 0,
          size: 10,
        }),
        part: await shop
          .payment()
          .refundPaymentTransaction({ ...refund, refundDestinationType: RefundDestinationType.Provider }),
        refunds: await shop.paymentReporting().retrievePaymentTransactionRefunds(paid.id, transactionId),
        report: await shop.paymentReporting().retrievePayment(paid.id),
      }
    },
  },
  {
    name: 'refunds a whole payment',
    run: async (shop) => {
      const paid = await shop.payment().createPayment(sale('cg-sale.2'))
      const whole = await shop.payment().refundPayment({ paymentId: paid.id, conversationId: 'refund-2' })
      return { whole, twice: await failureOf(shop.payment().refundPayment({ paymentId: paid.id })) }
    },
  },
  {
    name: 'authorizes and captures',
    run: async (shop) => {
      const held = await shop
        .payment()
        .createPayment(sale('cg-sale.3', { paymentPhase: PaymentPhase.PreAuth }))
      return shop.payment().postAuthPayment(held.id, { paidPrice: 90.5 })
    },
  },
  {
    name: 'is declined',
    run: (shop) => failureOf(shop.payment().createPayment(sale('cg-no', { card: DECLINED }))),
  },
  {
    name: 'asks for nonsense',
    run: (shop) => failureOf(shop.payment().createPayment(sale('cg-bad', { items: [] }))),
  },
  {
    name: 'asks for a payment that is not there',
    run: (shop) => failureOf(shop.payment().retrievePayment(999_999)),
  },
  {
    name: 'searches for text that hurts',
    run: (shop) =>
      shop
        .paymentReporting()
        .searchPayments({ externalId: 'Şişli + 50% = "indirim" & ?#/ ı', page: 0, size: 5 }),
  },
  {
    name: 'asks for instalments and a BIN',
    run: async (shop) => [
      await shop
        .installment()
        .searchInstallments({ binNumber: '525864', price: 100, currency: Currency.TRY }),
      await shop.installment().retrieveBinNumber('525864'),
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
let ours: WholeGateway

beforeEach(async () => {
  sandbox = await startSandbox()
  const { apiKey, secretKey, webhookKey, url } = sandbox
  stock = new Craftgate.Client({ apiKey, secretKey, baseUrl: url, language: 'en' })
  ours = testGateway(url, { language: 'en' }, { apiKey, secretKey, webhookKey })
})
afterEach(async () => {
  await ours.close()
  await sandbox.close()
})

it.each(STEPS)('a shop that $name cannot tell the two apart', async ({ run }) => {
  const theirs = await run(stock)
  sandbox.control.reset()
  const own = await run(ours)
  expect(withoutVariation(own)).toEqual(withoutVariation(theirs))
})

it.each([
  ['the secret key', { secretKey: 'wrong' }],
  ['the API key', { apiKey: 'wrong' }],
])('is refused with a wrong key, and says where to look: %s', async (_name, wrong) => {
  const { apiKey, secretKey, webhookKey, url } = sandbox
  const gateway = testGateway(url, {}, { apiKey, secretKey, webhookKey, ...wrong })
  const error = await rejectionOf(gateway.payment().retrievePayment(1))
  expect(error).toMatchObject({
    kind: 'unauthorized',
    message: expect.stringContaining('panel.craftgate.io'),
  })
  await gateway.close()
})

it.each([
  ['drop-after-commit', 1],
  ['drop-before', 0],
] as const)(
  'a refund that meets %s is sent once, and Craftgate can be asked about it',
  async (kind, happened) => {
    const paid = await ours.payment().createPayment(sale('cg-sale.4'))
    sandbox.control.faults.add({ kind, match: { method: 'POST', path: '/payment/v1/refunds' } })
    const error = await rejectionOf(
      ours.payment().refundPayment({ paymentId: paid.id, conversationId: 'refund-4' }),
    )
    expect(error).toMatchObject({ kind: 'unknown-outcome', retry: 'ask-first' })
    const { items } = await ours
      .paymentReporting()
      .searchPaymentRefunds({ conversationId: 'refund-4', page: 0, size: 10 })
    expect(items).toHaveLength(happened)
  },
)

it('reads over a Craftgate that drops, breaks and stalls', async () => {
  const paid = await ours.payment().createPayment(sale('cg-sale.5'))
  sandbox.control.faults.add({ kind: 'drop-before', match: { method: 'GET' } })
  sandbox.control.faults.add({ kind: 'status', status: 503, match: { method: 'GET', nth: 2 } })
  await expect(ours.payment().retrievePayment(paid.id)).resolves.toMatchObject({ id: paid.id })
})
