import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from './start-sandbox'
import { paymentRequest } from './test/requests'
import { clientOf } from './test/test-server'

it('needs nothing: a free port, keys, and it takes payments', async () => {
  const sandbox = await startSandbox()
  expect(sandbox).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    apiKey: 'sandbox-api-key',
    merchants: [{ name: 'Deneme Mağazası', apiKey: 'sandbox-api-key' }],
  })
  expect(await clientOf(sandbox).payment().createPayment(paymentRequest())).toMatchObject({
    paymentStatus: 'SUCCESS',
  })
  await sandbox.close()
})

it('stops for good, also when it is closed twice', async () => {
  const sandbox = await startSandbox()
  await sandbox.close()
  await sandbox.close()
  await expect(fetch(sandbox.url)).rejects.toThrow()
})

it('says so when the port is taken', async () => {
  const first = await startSandbox()
  const port = Number(new URL(first.url).port)
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await first.close()
})

it('keeps two sandboxes apart', async () => {
  const [one, other] = await Promise.all([startSandbox(), startSandbox()])
  await clientOf(one).payment().createPayment(paymentRequest())
  expect([one.control.payments().length, other.control.payments().length]).toEqual([1, 0])
  await Promise.all([one.close(), other.close()])
})

it('is reached as localhost when it listens everywhere', async () => {
  const sandbox = await startSandbox({ host: '0.0.0.0' })
  expect(sandbox.url).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await fetch(sandbox.url)).status).toBe(200)
  await sandbox.close()
})

it('logs requests without keys, names or card numbers', async () => {
  const lines: string[] = []
  const write = (message: string, facts?: object) => void lines.push(message + JSON.stringify(facts))
  const logger = { debug: write, info: write, warn: write, error: write }
  const sandbox = await startSandbox({ logger })
  await clientOf(sandbox).payment().createPayment(paymentRequest())
  await sandbox.close()
  const text = lines.join('\n')
  expect(text).toContain('/payment/v1/card-payments')
  for (const secret of ['5258640000000001', 'Haluk', sandbox.secretKey]) expect(text).not.toContain(secret)
})

it('knows members, POSes, merchants and transfers again after a restart with the state file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
  const stateFile = join(folder, 'state.json')
  const before = await startSandbox({ stateFile, timeScale: 0 })
  const client = clientOf(before)
  const member = { isBuyer: true, memberExternalId: 'a', name: 'A', contactName: 'A', contactSurname: 'B' }
  const { id } = await client
    .onboarding()
    .createMember({ ...member, address: 'C', email: 'a@example.com', phoneNumber: '90555' })
  await client.merchant().deleteMerchantPos(101)
  const made = { name: 'Yeni', email: 'yeni@example.com' }
  const { merchantApiCredentials } = await client.onboarding().createMerchant(made as never)
  const transfer = { senderName: 'A', senderIban: 'TR870006400000111351052758', description: 'B' }
  const record = before.control.bankAccounts.receive({ ...transfer, amount: '1.00' })
  await before.close()

  const after = await startSandbox({ stateFile, timeScale: 0 })
  const again = clientOf(after)
  expect(await again.onboarding().retrieveMember(id)).toMatchObject({ memberExternalId: 'a' })
  expect((await again.merchant().searchMerchantPos({ page: 0, size: 9 })).items[0]?.alias).toBe('yapikredi')
  const [keys = { apiKey: '', secretKey: '' }] = merchantApiCredentials
  const theirs = clientOf({ ...keys, url: after.url }).onboarding()
  expect(await theirs.searchMembers({})).toMatchObject({ totalSize: 0 })
  await after.control.clock.advance({ minutes: 5 })
  expect(await again.bankAccountTracking().retrieveRecord(record)).toMatchObject({ amount: 1 })
  await after.close()
  rmSync(folder, { recursive: true })
})
