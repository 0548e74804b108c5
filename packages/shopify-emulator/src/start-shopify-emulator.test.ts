import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startShopifyEmulator } from './start-shopify-emulator'
import { buy, press, read, TOTAL } from './test/buy'
import { callGraphQL, install } from './test/requests'
import { openTestApp, SHOP, type TestApp } from './test/test-app'

describe('an emulator with a state file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shopify-state-'))
  const stateFile = join(directory, 'state.json')
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await openTestApp({ stateFile })
  })
  afterAll(async () => {
    await testApp.close()
    rmSync(directory, { recursive: true, force: true })
  })

  test('finds its orders, tokens and pending refunds again after a restart', async () => {
    const token = await install(testApp)
    const checkout = await buy(testApp, token)
    await press(testApp, checkout, { button: 'refund', amount: 500 })
    await testApp.emulator.close()
    const emulator = await startShopifyEmulator(testApp.options)
    testApp = {
      ...testApp,
      emulator,
      close: async () =>
        void (await Promise.all([emulator.close(), testApp.app.close(), testApp.webhooks.close()])),
    }
    expect((await read(testApp, checkout)).order).toMatchObject({ amount: TOTAL, refundPending: 500 })
    const call = { token, query: '{ publicApiVersions { handle } }' }
    expect((await callGraphQL(testApp, call)).status).toBe(200)
    expect(emulator.control.settings(SHOP).active).toBe(true)
  })

  test('does not start with a file that it cannot read', async () => {
    const broken = join(directory, 'broken.json')
    writeFileSync(broken, '{"shops": 1}')
    await expect(startShopifyEmulator({ ...testApp.options, stateFile: broken })).rejects.toThrow(
      `State file ${broken} cannot be read`,
    )
  })
})

test('two emulators cannot have one port', async () => {
  const testApp = await openTestApp()
  const port = Number(new URL(testApp.emulator.url).port)
  await expect(startShopifyEmulator({ ...testApp.options, port })).rejects.toThrow('EADDRINUSE')
  await testApp.close()
})
