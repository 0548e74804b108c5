import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import Craftgate from '@craftgate/craftgate'
import { type Bench, startBench } from '../test/bench'

// Every sample that the official SDK ships, as it is but for the address and the keys.
const samples = join(dirname(require.resolve('@craftgate/craftgate/package.json')), 'samples')

/** What a sample does at a sandbox that knows nothing yet but what the samples before it did. */
const PLAYED: [string, string][] = [
  ['payment/CreatePayment', 'done'],
  ['payment/RetrievePayment', 'done'],
  ['payment/CreatePaymentAndStoreCard', 'done'],
  ['payment/CreatePaymentWithLoyalty', 'done'],
  ['payment/CreateMarketPlacePayment', 'done'],
  ['payment/CreateMultiCurrencyPayment', 'done'],
  ['payment/CreatePreAuthPayment', 'done'],
  ['payment/PostAuthPayment', '4040'],
  ['payment/InitThreeDSPayment', 'done'],
  ['payment/InitThreeDSPaymentAndStoreCard', 'done'],
  ['payment/InitThreeDSMarketPlacePayment', 'done'],
  ['payment/CompleteThreeDSPayment', '4060'],
  ['payment/Verify3DSCallback', 'done'],
  ['payment/InitCheckoutPayment', 'done'],
  ['payment/RetrieveCheckoutPayment', '4010'],
  ['payment/ExpireCheckoutPayment', '4010'],
  ['payment/StoreCard', 'done'],
  ['payment/SearchStoredCards', 'done'],
  ['payment/UpdateStoredCard', '4160'],
  ['payment/CloneStoredCard', '4160'],
  ['payment/DeleteStoredCard', '4160'],
  ['payment/CreatePaymentUsingStoredCard', '4160'],
  ['payment/RefundPayment', 'done'],
  ['payment/RetrievePaymentRefund', '4053'],
  ['payment/RefundPaymentTransaction', '4002'],
  ['payment/RetrievePaymentTransactionRefund', '4053'],
  ['paymentReporting/RetrievePayment', 'done'],
  ['paymentReporting/RetrievePaymentRefunds', 'done'],
  ['paymentReporting/RetrievePaymentTransactionRefunds', 'done'],
  ['paymentReporting/RetrievePaymentTransactions', 'done'],
  ['paymentReporting/SearchPaymentRefunds', 'done'],
  ['paymentReporting/SearchPaymentTransactionRefunds', 'done'],
  ['paymentReporting/SearchPayments', 'done'],
  ['installment/RetrieveBin', 'done'],
  ['installment/SearchInstallments', 'done'],
  ['installment/SearchInstallmentsWithDistinctCardBrand', 'done'],
  ['fraud/SearchFraudChecks', 'done'],
  ['fraud/SearchFraudChecksWithPaymentId', 'done'],
  ['fraud/UpdateFraudCheckStatus', '4070'],
  ['hook/VerifyWebhook', 'done'],
  ['misc/CreatePayment.es5', 'done'],
]

/** Samples whose room is not played at all yet. */
const NOT_PLAYED_ROOMS = [
  'bankAccountTracking',
  'juzdan',
  'masterpass',
  'merchantApm',
  'onboarding',
  'payByLink',
  'settlement',
  'wallet',
]

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

function codeOf(name: string): string {
  const { url, apiKey, secretKey } = bench.sandbox
  return readFileSync(join(samples, `${name}.js`), 'utf8')
    .replace(/https:\/\/sandbox-api\.craftgate\.io/g, url)
    .replace(/(['"])api-key\1/g, JSON.stringify(apiKey))
    .replace(/(['"])secret-key\1/g, JSON.stringify(secretKey))
}

/** Runs a sample; resolves with `done`, or with the errorCode that it was refused with. */
function run(name: string): Promise<string> {
  return new Promise((resolve) => {
    const console = {
      info: () => resolve('done'),
      error: (_text: string, error: unknown) =>
        resolve(error instanceof Craftgate.CraftgateError ? error.getErrorCode() : String(error)),
    }
    runInNewContext(codeOf(name), { console, require: () => Craftgate, Map })
  })
}

it.each(PLAYED)('%s: %s', async (name, outcome) => {
  expect(await run(name)).toBe(outcome)
})

const notPlayed = NOT_PLAYED_ROOMS.flatMap((room) =>
  readdirSync(join(samples, room)).map((file) => `${room}/${file.replace(/\.js$/, '')}`),
)

it.each(notPlayed)('%s: not played yet, and says so', async (name) => {
  expect(await run(name)).toBe('9999')
})
