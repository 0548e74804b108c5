import type { AppContext } from '../context/app-context'
import { jsonLogger } from '../context/logging'
import { openDatabase } from '../database'
import { PgBossJobQueue } from '../jobs/pg-boss-job-queue'
import type { Environment } from '../options'
import { checkEnvironment, EMBEDDED_DATABASE, migrationProblem } from './check-environment'
import { startEmbeddedDatabase } from './embedded-database'
import { rotateSecrets } from './rotate-secrets'
import { startApp } from './start-app'

const USAGE = `craftgate-shopify [command]

  start            the payments app (default)
  rotate-secrets   seals every stored secret with the first key of
                   ENCRYPTION_KEYS; safe while the app runs
  migrate          brings the tables up to date, those of the job queue too, and
                   ends; run by their owner, it spares the app's own user the
                   right to make tables

  --help           this text
  --version        the version of the package

The environment says the rest; see docs/deployment.md.
`

const logger = jsonLogger((line) => process.stderr.write(line))

/** The program. Returns its exit code; a server that runs has none yet. */
export async function cli(args: readonly string[], env: Environment): Promise<number | undefined> {
  const [command = 'start', surplus] = args
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  try {
    return surplus === undefined ? await run(command, env) : unknown(surplus)
  } catch (error) {
    const shown = migrationProblem(error) ?? error
    process.stderr.write(`${shown instanceof Error ? shown.message : String(shown)}\n`)
    return 1
  }
}

async function run(command: string, env: Environment): Promise<number | undefined> {
  switch (command) {
    case 'start':
      return start(env)
    case 'migrate':
      return withContext(env, migrateJobs)
    case 'rotate-secrets':
      return withContext(env, rotate)
    default:
      return unknown(command)
  }
}

function unknown(word: string): number {
  process.stderr.write(`craftgate-shopify: "${word}" is not start, rotate-secrets or migrate; see --help\n`)
  return 2
}

async function start(env: Environment): Promise<undefined> {
  const embedded = !env.DATABASE_URL && env.NODE_ENV !== 'production'
  const options = await checkEnvironment(embedded ? { ...env, DATABASE_URL: EMBEDDED_DATABASE } : env)
  const own = embedded ? await startEmbeddedDatabase() : undefined
  const app = await startApp({
    options: { ...options, databaseUrl: own?.url ?? options.databaseUrl },
    logger,
  })
  process.stdout.write(`${JSON.stringify({ ready: true, port: app.port, sessionPort: app.sessionPort })}\n`)
  const stop = () => {
    app
      .stop()
      .then(() => own?.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  process.once('disconnect', stop)
  return undefined
}

async function migrateJobs({ options }: AppContext) {
  const { databaseUrl, pools } = options
  await (await PgBossJobQueue.start({ databaseUrl, poolSize: pools.jobs, logger })).stop()
  return { said: 'The tables are up to date', code: 0 }
}

async function rotate(context: AppContext) {
  const { resealed, unreadable } = await rotateSecrets(context)
  const rest = unreadable > 0 ? `; ${unreadable} could not be opened, see the log: their key is missing` : ''
  return { said: `${resealed} secrets were sealed anew${rest}`, code: unreadable > 0 ? 1 : 0 }
}

type Work = (context: AppContext) => Promise<{ readonly said: string; readonly code: number }>

async function withContext(env: Environment, work: Work): Promise<number> {
  const options = await checkEnvironment(env)
  const database = await openDatabase(options.databaseUrl)
  try {
    const { said, code } = await work({ options, database, logger, clock: () => new Date() })
    process.stdout.write(`${said}\n`)
    return code
  } finally {
    await database.destroy()
  }
}
