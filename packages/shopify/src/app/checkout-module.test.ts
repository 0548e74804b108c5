import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Environment } from '../options'
import { checkEnvironment, EMBEDDED_DATABASE } from './check-environment'

let directory: string

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'checkout-module-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

function moduleOf(name: string, text: string): string {
  const file = path.join(directory, name)
  writeFileSync(file, text)
  return file
}

const started = (more: Environment) =>
  checkEnvironment({
    ...{ PUBLIC_URL: 'http://127.0.0.1:3100', DATABASE_URL: EMBEDDED_DATABASE, SHOPIFY_MTLS: 'off' },
    ...{ SHOPIFY_API_KEY: 'id', SHOPIFY_API_SECRET: 'client-secret' },
    ...{ APP_SECRET: 'an app secret of more than 32 characters' },
    ...{ ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}` },
    ...more,
  })

test('a module gives the payment page options that a function of the order may change', async () => {
  const file = moduleOf(
    'options.mjs',
    `export default {
      enabledInstallments: [1, 3],
      forOrder: ({ total }) => (total > 100 ? { multiPayment: true } : undefined),
    }`,
  )
  const { checkout } = await started({ CHECKOUT_MODULE: file })
  expect(checkout).toMatchObject({ enabledInstallments: [1, 3] })
  expect(await checkout.forOrder?.({ total: 101 } as never)).toEqual({ multiPayment: true })
  expect(await checkout.forOrder?.({ total: 100 } as never)).toBeUndefined()
})

test('what a module gives is held to the same rules as CHECKOUT', async () => {
  const file = moduleOf('wrong.mjs', 'export default { enabledInstallments: [13] }')
  await expect(started({ CHECKOUT_MODULE: file })).rejects.toThrow(
    /- CHECKOUT\.enabledInstallments.*whole numbers from 1 to 12/,
  )
})

test.each([
  ['is not there', () => path.join(directory, 'nowhere.mjs'), /there is no module .*nowhere\.mjs/],
  ['exports nothing', () => moduleOf('empty.mjs', 'export const other = 1'), /has no default export/],
  ['fails', () => moduleOf('fails.mjs', 'throw new Error("no such rate")'), /fails: no such rate/],
])('a module that %s stops the start', async (_, file, sentence) => {
  await expect(started({ CHECKOUT_MODULE: file() })).rejects.toThrow(sentence)
})

test('the module and CHECKOUT do not stand side by side', async () => {
  const file = moduleOf('beside.mjs', 'export default {}')
  await expect(started({ CHECKOUT_MODULE: file, CHECKOUT: '{}' })).rejects.toThrow(
    '- CHECKOUT_MODULE: stands beside CHECKOUT; set one of them',
  )
})
