import { merchantOf, startEmulator } from './emulator'

const place = (store: 'vendure' | 'medusa', port: number) => ({ store, ports: [port], storefrontPort: 1 })
const PLACES = [place('vendure', 3000), place('medusa', 9000)]

test('each store is a merchant of its own and hears of its own payments', async () => {
  const sandbox = await startEmulator(PLACES, {})
  await sandbox.close()
  expect(merchantOf(sandbox, PLACES, 'vendure').webhookUrl).toBe('http://127.0.0.1:3000/craftgate/webhook')
  expect(merchantOf(sandbox, PLACES, 'medusa').webhookUrl).toBe('http://127.0.0.1:9000/craftgate/webhook')
  expect(merchantOf(sandbox, PLACES, 'medusa').apiKey).not.toBe(sandbox.apiKey)
})

test('a seed with too few merchants is refused by the store that has none', async () => {
  const merchants = [{ name: 'Tek', apiKey: 'tek', secretKey: 'gizli' }]
  const sandbox = await startEmulator(PLACES, { seed: { merchants } })
  await sandbox.close()
  expect(merchantOf(sandbox, PLACES, 'vendure').apiKey).toBe('tek')
  expect(() => merchantOf(sandbox, PLACES, 'medusa')).toThrow('no merchant for the medusa store')
})
