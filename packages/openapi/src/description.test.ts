import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import document from './generated/openapi.json'

const schemas: Readonly<Record<string, object>> = document.components.schemas

const members = (schema: object): readonly string[] => {
  const { properties = {}, allOf = [] } = schema as { properties?: object; allOf?: readonly object[] }
  return [...Object.keys(properties), ...allOf.flatMap(members)]
}

const valuesOf = (name: string): readonly string[] => {
  const { enum: values } = schemas[name] as { enum?: readonly string[] }
  return values ?? []
}

it('is what src/generated was made from', () => {
  const script = join(__dirname, '../scripts/generate.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 120_000)

it('holds 254 schemas, 64 of them enums, with 1216 fields', () => {
  const enums = Object.keys(schemas).filter((name) => valuesOf(name).length > 0)
  const fields = Object.values(schemas).flatMap(members)
  expect([Object.keys(schemas).length, enums.length, fields.length]).toEqual([254, 64, 1216])
})

it('holds 172 query parameters', () => {
  const parameters = Object.values(
    document.paths as Record<string, Record<string, { parameters?: object[] }>>,
  )
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => operation.parameters ?? [])
  expect(parameters.filter((parameter) => 'in' in parameter && parameter.in === 'query')).toHaveLength(172)
})

it('names the portal page of most calls', () => {
  const operations = Object.values(document.paths as Record<string, Record<string, object>>).flatMap(
    Object.values,
  )
  const pages = operations.flatMap((operation: object) =>
    'x-portal-page' in operation ? [String(operation['x-portal-page'])] : [],
  )
  for (const page of pages) expect(page).toMatch(/^https:\/\/developer\.craftgate\.io\/api\//)
  expect(pages).toHaveLength(92)
})

describe('an enum is the union of all clients and the portal', () => {
  it.each([
    [
      'PaymentMethod',
      ['PAYCELL_DCB', 'BKM_EXPRESS', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'PAYMOB', 'DKB', 'PLUXEE'],
    ],
    ['ApmType', ['KARACA_FINANS', 'BKM_EXPRESS', 'ALBARAKA', 'CASH_ON_DELIVERY', 'HEPSIPAY_WALLET']],
    ['Currency', ['TRY', 'RON', 'MXN', 'KWD']],
    ['PosIntegrator', ['BIN_PAY', 'TURKONAY']],
    ['RefundStatus', ['SUCCESS', 'FAILURE', 'WAITING']],
    ['RefundDestinationType', ['CARD', 'PROVIDER', 'WALLET']],
    ['ApmAdditionalAction', ['OTP_REQUIRED', 'WAIT_FOR_WEBHOOK', 'VERIFY_REQUIRED']],
    ['WebhookEventType', ['MULTI_PAYMENT_EXPIRED', 'BANK_ACCOUNT_TRACKING_RECORD']],
    ['FraudOperation', ['PAYMENT', 'LOYALTY']],
  ])('%s', (name, some) => {
    expect(valuesOf(name)).toEqual(expect.arrayContaining(some))
  })
})

it('knows the fields of the hosted page that only some clients send', () => {
  expect(members(schemas.InitCheckoutPaymentRequest ?? {})).toEqual(
    expect.arrayContaining([
      'retry',
      'returnBackUrl',
      'useTopRedirection',
      'allowDeleteStoredCard',
      'routingOptions',
      'disableStoreCard',
      'guestCheckout',
      'merchantWebhookUrl',
      'apmUserIdentity',
      'depositPayment',
      'depositPayments',
    ]),
  )
})
