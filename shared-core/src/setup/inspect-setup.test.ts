// Checks one by one, with Craftgate and the network as scripted.
import type { CraftgateOptions } from '../options/options'
import { parseOptions } from '../options/parse-configuration'
import { type ScriptedAnswers, scriptedClient } from '../testing/scripted-client'
import { harnessOptions } from '../testing/shop-harness'
import { inspectSetup } from './inspect-setup'

const NOW = new Date('2026-03-02T09:00:00Z')
const POS = { id: 1, alias: 'garanti', name: 'Garanti', status: 'ACTIVE', currency: 'TRY' }

const ANSWERS: ScriptedAnswers = {
  searchPayments: async () => ({ items: [] }),
  searchMerchantPoses: async () => ({ items: [POS] }),
  searchInstallments: async () => ({ items: [] }),
  retrieveMerchantApms: async () => ({ items: [] }),
  searchFraudRules: async () => ({ items: [] }),
}

const answer = (status: number): typeof fetch => {
  const headers = { 'x-request-id': 'r1', date: NOW.toUTCString() }
  return async () => new Response(null, { status, headers })
}

interface Given {
  readonly over?: Partial<CraftgateOptions>
  readonly environment?: string
  readonly answers?: ScriptedAnswers
  readonly request?: typeof fetch
  readonly logged?: unknown[]
}

function inspect({ over, environment = 'live', answers, request = answer(400), logged = [] }: Given = {}) {
  const options = parseOptions({ ...harnessOptions, ...over })
  const log = (...told: unknown[]) => void logged.push(told)
  return inspectSetup(
    { merchant: 'tr' },
    {
      ...{ options, request, withinMs: 100, clock: () => NOW },
      logger: { debug: log, info: log, warn: log, error: log },
      merchant: { apiKey: 'a', secretKey: 's', webhookKey: 'w', environment },
      client: scriptedClient({ ...ANSWERS, ...answers }),
    },
  )
}

const codesOf = async (check: string, given: Given) =>
  (await inspect(given)).findings.filter((each) => each.check === check).map(({ code }) => code)

test.each([
  ['https://pay.example.com', 'live', []],
  ['http://pay.example.com', 'live', ['address-not-https']],
  ['http://pay.example.com', 'http://127.0.0.1:4010', []],
  ...[
    'https://localhost:9000',
    'https://shop.local',
    'https://10.1.2.3',
    'https://172.20.0.1',
    'https://192.168.1.4',
    'https://[::1]',
    'https://[fd00::1]',
    'https://backend',
  ].map((url) => [url, 'sandbox', ['address-private']] as [string, string, string[]]),
  ['https://172.32.0.1', 'sandbox', []],
  ['https://10shops.example.com', 'sandbox', []],
] satisfies [string, string, string[]][])(
  '%s of a shop that is %s: %j',
  async (publicUrl, environment, codes) => {
    expect(await codesOf('addresses', { environment, over: { publicUrl } })).toEqual([
      ...codes,
      ...['address-answers', 'address-answers'],
    ])
  },
)

test.each([404, 200, 302, 502])('an address that answers %i is not the shop', async (status) => {
  expect(await codesOf('addresses', { request: answer(status) })).toEqual([
    'address-silent',
    'address-silent',
  ])
})

test('a name that leads nowhere is an address that is silent', async () => {
  const request = () => Promise.reject(new TypeError('fetch failed'))
  expect(await codesOf('addresses', { request })).toEqual(['address-silent', 'address-silent'])
})

test('a check that gets no answer ends all the same, and hides no other', async () => {
  const searchInstallments = () => new Promise(() => {})
  const { findings } = await inspect({ answers: { searchInstallments } })
  expect(findings.find(({ check }) => check === 'installments')).toMatchObject({
    code: 'check-late',
    status: 'unknown',
  })
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['keys-work', 'pos-open', 'versions']),
  )
})

test('a check with a fault in it says so, and its error goes to the log only', async () => {
  const logged: unknown[] = []
  const retrieveMerchantApms = () => Promise.reject(new Error('sk_123 is broken'))
  const { findings } = await inspect({ answers: { retrieveMerchantApms }, logged })
  expect(findings.find(({ check }) => check === 'methods')?.code).toBe('check-broken')
  expect(JSON.stringify(findings)).not.toContain('sk_123')
  expect(logged).toHaveLength(1)
})

test.each([
  [[{ ...POS, enablePaymentWithoutCvc: false }], undefined, ['stored-cards-need-cvc']],
  [[{ ...POS, enablePaymentWithoutCvc: false }], true, []],
  [[{ ...POS, enablePaymentWithoutCvc: false }, POS], undefined, []],
])('stored cards with %j, switched off: %s', async (items, disableStoreCard, codes) => {
  const searchMerchantPoses = async () => ({ items })
  const over = { checkout: { disableStoreCard, method: 'CARD' as const } }
  expect(await codesOf('methods', { answers: { searchMerchantPoses }, over })).toEqual([
    'methods-open',
    ...codes,
  ])
})

test('a clock that Craftgate does not tell is not compared', async () => {
  const request = async () => new Response(null, { status: 400, headers: { 'x-request-id': 'r1' } })
  expect(await codesOf('clock', { request })).toEqual(['clock-unknown'])
})

test('each finding is a sentence in two languages without a gap, and has its remedy when it is a problem', async () => {
  const { findings, questions } = await inspect({
    request: answer(404),
    over: { publicUrl: 'http://shop.test' },
  })
  for (const { text, remedy, status } of findings) {
    for (const sentence of [text.tr, text.en, remedy?.tr ?? '', remedy?.en ?? ''])
      expect(sentence).not.toContain('{about}')
    if (status === 'problem' || status === 'warning') expect(remedy).toBeDefined()
  }
  expect(questions.length).toBeGreaterThan(5)
})

test.each([
  ['CARD', []],
  ['PAPARA', ['callback-key-missing']],
] as const)('a shop without a callback key that offers %s alone', async (method, codes) => {
  expect(await codesOf('webhook-key', { over: { checkout: { method } } })).toEqual([
    'webhooks-none',
    ...codes,
  ])
})
