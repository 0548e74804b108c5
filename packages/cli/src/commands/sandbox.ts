import { startSandbox } from '@craftgate-commerce/sandbox'
import type { Environment } from '../environment'
import { stopped, type Terminal } from '../terminal'

export interface SandboxOptions {
  readonly port: number
  /** Keeps the state between runs; without it, in memory. */
  readonly state?: string
  /** Where the shop hears webhooks; by default its address in the environment. */
  readonly webhookUrl?: string
}

/** Runs the emulator with the keys of this shop, until it is told to stop. `craftgate-sandbox` has more to choose. */
export async function sandbox(
  { port, state, webhookUrl }: SandboxOptions,
  { env, terminal }: { readonly env: Environment; readonly terminal: Terminal },
): Promise<number> {
  const { CRAFTGATE_API_KEY: apiKey, CRAFTGATE_SECRET_KEY: secretKey, CRAFTGATE_PUBLIC_URL: publicUrl } = env
  const hasKeys = apiKey && secretKey
  const running = await startSandbox({
    port,
    stateFile: state,
    webhookUrl: webhookUrl ?? (publicUrl && `${publicUrl}/craftgate/webhook`),
    ...(hasKeys && {
      seed: {
        merchants: [
          { name: 'Deneme Mağazası', apiKey, secretKey, webhookKey: env.CRAFTGATE_WEBHOOK_KEY || undefined },
        ],
      },
    }),
  })
  terminal.out(`The emulator and its console: ${running.url}\n`)
  await stopped(terminal.signal)
  await running.close()
  return 0
}
