import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startShopifyEmulator } from './start-shopify-emulator'
import { type Bench, openBench, SHOP } from './test/bench'
import { buy, press, read, TOTAL } from './test/buy'
import { callGraphQL, install } from './test/requests'

describe('an emulator with a state file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shopify-state-'))
  const stateFile = join(directory, 'state.json')
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ stateFile })
  })
  afterAll(async () => {
    await bench.close()
    rmSync(directory, { recursive: true, force: true })
  })

  test('finds its orders, tokens and pending refunds again after a restart', async () => {
    const token = await install(bench)
    const checkout = await buy(bench, token)
    await press(bench, checkout, { button: 'refund', amount: 500 })
    await bench.emulator.close()
    const emulator = await startShopifyEmulator(bench.options)
    bench = {
      ...bench,
      emulator,
      close: async () =>
        void (await Promise.all([emulator.close(), bench.app.close(), bench.webhooks.close()])),
    }
    expect((await read(bench, checkout)).order).toMatchObject({ amount: TOTAL, refundPending: 500 })
    const call = { token, query: '{ publicApiVersions { handle } }' }
    expect((await callGraphQL(bench, call)).status).toBe(200)
    expect(emulator.control.settings(SHOP).active).toBe(true)
  })

  test('does not start with a file that it cannot read', async () => {
    const broken = join(directory, 'broken.json')
    writeFileSync(broken, '{"shops": 1}')
    await expect(startShopifyEmulator({ ...bench.options, stateFile: broken })).rejects.toThrow(
      `State file ${broken} cannot be read`,
    )
  })
})

test('two emulators cannot have one port', async () => {
  const bench = await openBench()
  const port = Number(new URL(bench.emulator.url).port)
  await expect(startShopifyEmulator({ ...bench.options, port })).rejects.toThrow('EADDRINUSE')
  await bench.close()
})
