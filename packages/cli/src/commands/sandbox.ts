import { startSandbox } from '@craftgate-commerce/sandbox'
import type { Environment } from '../environment'
import { stopped, type Terminal } from '../terminal'

export interface SandboxOptions {
  readonly port: number
  /** Keeps the state between runs; without it, in memory. */
  readonly state?: string
  /** Where the shop hears webhooks; by default its address in the environment. */
  readonly webhookUrl?: string
  /** One line of JSON when it answers: `url`, `apiKey`, `secretKey`, `webhookKey` and, where webhooks are sent, `webhookUrl`. */
  readonly json?: boolean
}

/** Runs the emulator with the keys of this shop, until it is told to stop. `craftgate-sandbox` has more to choose. */
export async function sandbox(
  { port, state, webhookUrl, json = false }: SandboxOptions,
  { env, terminal }: { readonly env: Environment; readonly terminal: Terminal },
): Promise<number> {
  const { CRAFTGATE_API_KEY: apiKey, CRAFTGATE_SECRET_KEY: secretKey, CRAFTGATE_PUBLIC_URL: publicUrl } = env
  const hasKeys = apiKey && secretKey
  const hears = webhookUrl ?? (publicUrl && `${publicUrl}/craftgate/webhook`)
  const running = await startSandbox({
    port,
    stateFile: state,
    webhookUrl: hears,
    ...(hasKeys && {
      seed: {
        merchants: [
          { name: 'Deneme Mağazası', apiKey, secretKey, webhookKey: env.CRAFTGATE_WEBHOOK_KEY || undefined },
        ],
      },
    }),
  })
  const { url, webhookKey } = running
  const keys = { apiKey: running.apiKey, secretKey: running.secretKey, webhookKey }
  const told = { url, ...keys, ...(hears && { webhookUrl: hears }) }
  terminal.out(json ? `${JSON.stringify(told)}\n` : `The emulator and its console: ${url}\n`)
  await stopped(terminal.signal)
  await running.close()
  return 0
}
