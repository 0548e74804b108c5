import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../start-sandbox'
import { paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'

it('says once which client was served with which call, and nothing of what was refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'call-log-'))
  const sandbox = await startSandbox({ callLog: join(folder, 'calls.jsonl') })
  const payments = clientOf(sandbox).payment()
  const { id } = await payments.createPayment(paymentRequest())
  await payments.createPayment(paymentRequest())
  await payments.retrievePayment(id)
  await refusal(payments.retrievePaymentRefund(987_654))
  await sandbox.close()
  const lines = readFileSync(join(folder, 'calls.jsonl'), 'utf8').trim().split('\n')
  rmSync(folder, { recursive: true })
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { call: 'createPayment', client: 'craftgate-node-client' },
    { call: 'retrievePayment', client: 'craftgate-node-client' },
  ])
})
