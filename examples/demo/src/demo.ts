import { startDocs } from './docs'
import type { Stoppable } from './keep'
import { once } from './once'
import { stateDirectory } from './places'
import { type Stack, startStack } from './stack'
import type { Phase, StackOptions, StoreName } from './stack-options'
import { welcome } from './welcome'

interface Progress {
  begin(title: string): void
  end(): void
}

export interface DemoOptions {
  /** Buys, captures, refunds, then stops. */
  readonly once: boolean
  readonly progress: Progress
  readonly env: Readonly<Record<string, string | undefined>>
}

const PHASES: Readonly<Record<Phase, string>> = {
  database: 'Starting PostgreSQL',
  emulator: 'Starting the Craftgate emulator',
  seed: 'Filling the shops: schema, catalogue, pictures (once)',
  vendure: 'Starting the Vendure server and worker',
  medusa: 'Starting the Medusa server',
  shopify: 'Starting Shopify and the payments app',
  storefront: 'Starting the storefronts',
}

const PORTS = {
  storefront: 8000,
  vendure: 3000,
  medusa: 9000,
  shopify: 3100,
  shopifyEmulator: 8100,
  sandbox: 4000,
  docs: 5173,
}

/** Starts the stack and shows it. Returns the exit code, when there is one: a demo that stays open has none yet. */
export async function demo({ once: onlyOnce, progress, env }: DemoOptions): Promise<number | undefined> {
  const stateDir = stateDirectory(onlyOnce ? 'once' : 'demo')
  stopAtOnce()
  const stack = await begin({
    stores: ['vendure', 'medusa', 'shopify'],
    stateDir,
    databaseUrl: env.DATABASE_URL,
    database: onlyOnce ? 'craftgate_once' : 'craftgate_demo',
    fresh: onlyOnce,
    ports: PORTS,
    sandbox: { stateFile: onlyOnce ? undefined : `${stateDir}/emulator.json` },
    shopify: { emulator: { stateFile: onlyOnce ? undefined : `${stateDir}/shopify.json` } },
    onPhase: (phase) => progress.begin(PHASES[phase]),
  })
  if (onlyOnce) {
    progress.end()
    return stopAfter(stack, () => once(stack))
  }
  progress.begin('Starting the documentation')
  const docs = await startDocs(stateDir, PORTS.docs)
  progress.end()
  process.stdout.write(welcome(stack, { stateDir, docs: docs.url }))
  stayOpen([docs, stack])
  return undefined
}

async function begin(options: StackOptions<StoreName>): Promise<Stack<StoreName>> {
  try {
    return await startStack(options)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${message}\n\nTo begin with a new shop, delete ${options.stateDir}`)
  }
}

async function stopAfter(stack: Stack<StoreName>, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } finally {
    await stack.stop()
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** While things are starting: going away is enough, for every process that we started notices and stops. */
function stopAtOnce(): void {
  for (const signal of SIGNALS) process.once(signal, () => process.exit(130))
}

function stayOpen(parts: readonly Stoppable[]): void {
  const close = () => {
    process.stdout.write('\nStopping …\n')
    Promise.all(parts.map((part) => part.stop())).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of SIGNALS) process.removeAllListeners(signal).once(signal, close)
}
