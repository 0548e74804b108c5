#!/usr/bin/env node
import { HELP, readCliOptions, UsageError } from './cli-options'
import type { Logger } from './http/logger'
import { type Sandbox, startSandbox } from './start-sandbox'

const write =
  (level: string) =>
  (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
    process.stderr.write(`${level} ${message} ${JSON.stringify(facts)}\n`)
  }

const logger: Logger = { debug() {}, info: write('info'), warn: write('warn'), error: write('error') }

async function main(): Promise<void> {
  const options = readCliOptions(process.argv.slice(2))
  if (options === 'help') {
    process.stdout.write(HELP)
    return
  }
  const sandbox = await startSandbox({ ...options, logger })
  const { url, apiKey, secretKey, callbackKey, webhookKey } = sandbox
  process.stdout.write(`${JSON.stringify({ url, apiKey, secretKey, callbackKey, webhookKey })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(sandbox))
}

async function stop(sandbox: Sandbox): Promise<void> {
  await sandbox.close()
  process.exit(0)
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`craftgate-sandbox: ${message}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
})
