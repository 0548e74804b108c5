import Craftgate from '@craftgate/craftgate'
import type { SandboxOptions } from '../create-sandbox'
import { type Sandbox, startSandbox } from '../start-sandbox'
import { MerchantServer } from './merchant-server'

export type Client = InstanceType<typeof Craftgate.Client>

/** A sandbox whose clock stands still at noon in Istanbul, the official SDK, and a merchant that listens. */
export interface TestServer {
  readonly sandbox: Sandbox
  readonly client: Client
  readonly merchant: MerchantServer
  close(): Promise<void>
}

export const NOON = new Date('2026-03-10T12:00:00+03:00')

export async function startTestServer(options: SandboxOptions = {}): Promise<TestServer> {
  const merchant = await MerchantServer.start()
  const webhookUrl = `${merchant.url}/webhook`
  const sandbox = await startSandbox({
    checkAnswers: true,
    clock: NOON,
    timeScale: 0,
    webhookUrl,
    ...options,
  }).catch(async (error: unknown) => {
    await merchant.close()
    throw error
  })
  return {
    sandbox,
    client: clientOf(sandbox),
    merchant,
    async close() {
      try {
        await sandbox.close()
      } finally {
        await merchant.close()
      }
    },
  }
}

export const clientOf = ({ apiKey, secretKey, url }: Pick<Sandbox, 'apiKey' | 'secretKey' | 'url'>): Client =>
  new Craftgate.Client({ apiKey, secretKey, baseUrl: url })

/** What a CraftgateError said; fails the test when nothing was thrown. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; text: string; group?: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Craftgate.CraftgateError))
    throw new Error(`Expected a CraftgateError, got ${String(error)}`)
  const group: unknown = error.getErrorData()?.errorGroup
  return {
    code: error.getErrorCode(),
    text: error.getErrorDescription(),
    group: group === undefined ? undefined : String(group),
  }
}
