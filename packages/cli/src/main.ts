import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type DoctorOptions, doctor } from './commands/doctor'
import { type InitOptions, init } from './commands/init'
import { type ListenOptions, listen } from './commands/listen'
import { reconcile } from './commands/reconcile'
import { retention } from './commands/retention'
import { type RotateSecretsOptions, rotateSecrets } from './commands/rotate-secrets'
import { type SandboxOptions, sandbox } from './commands/sandbox'
import { type TriggerOptions, trigger } from './commands/trigger'
import { type Environment, readEnvironment } from './environment'
import { faultOf, isMistake, sentenceOf } from './fault'
import { programsOf, type RunProgram } from './project/run-program'
import { openShopAdmin } from './shop/open-shop-admin'
import { Questions, type Terminal } from './terminal'

const JSON_FLAG = ['--json', 'for programs: JSON on stdout'] as const

const ADMIN_API = [
  '--admin-api <url>',
  "the shop's administration, where it is not at CRAFTGATE_PUBLIC_URL (Vendure: /admin-api below it)",
  httpUrl,
] as const

interface AdminOptions {
  readonly adminApi?: string
  readonly json?: boolean
}

/** Where a command runs: folder, environment, and where it writes. */
export interface Place {
  readonly folder: string
  readonly env: Environment
  readonly terminal: Terminal
  /** Lines of whoever sits at the keyboard. */
  readonly typed?: AsyncIterable<string>
  /** How the shop's own programs are run; by default as processes. */
  readonly runProgram?: RunProgram
}

/**
 * Runs the command line and answers its exit code: 0 well, 1 not well, 2 a mistake in the command. Never throws. What went wrong
 * is said to `err`; with `--json` as one line, `{ "error": { "code", "message", "remedy" } }`.
 */
export async function run(args: readonly string[], place: Place = thisPlace()): Promise<number> {
  const { terminal } = place
  const json = args.includes('--json')
  let code = 0
  const end = (ended: number) => {
    code = ended
  }
  const program = programFor(place, { json, end })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (json) terminal.err(`${JSON.stringify({ error: faultOf(error) })}\n`)
    else if (!(error instanceof CommanderError))
      terminal.err(`craftgate-commerce: ${error instanceof Error ? error.message : String(error)}\n`)
    return isMistake(error) ? 2 : 1
  }
}

interface Run {
  readonly json: boolean
  readonly end: (code: number) => void
}

function programFor(place: Place, { json, end }: Run): Command {
  const { folder, terminal, typed, runProgram = programsOf(terminal) } = place
  const env = readEnvironment(folder, place.env)
  const { out } = terminal
  const program = new Command('craftgate-commerce')
    .description(
      'Craftgate for Medusa and Vendure shops. Keys come from the environment and from .env of this folder.',
    )
    .version(versionOf())
    .configureOutput({
      writeOut: out,
      writeErr: json ? () => {} : terminal.err,
      outputError: (text, write) =>
        write(`craftgate-commerce: ${sentenceOf(text)}; see --help
`),
    })
    .exitOverride()

  program
    .command('init')
    .description(
      'puts the plugin into the Medusa or Vendure shop of this folder: package, config file, .env, tables',
    )
    .option(
      '--public-url <url>',
      'where browsers and Craftgate reach the server (default: where a new project listens)',
      httpUrl,
    )
    .option('--yes', 'asks nothing, and does all of it')
    .option('--no-install', 'leaves the package to you')
    .option('--no-migrate', 'leaves the tables to you')
    .option('--no-emulator', 'leaves the keys in .env to you, for an account of yours')
    .option(...JSON_FLAG)
    .action(async (options: InitOptions) => {
      const questions = typed && !options.json ? new Questions(typed, terminal) : undefined
      try {
        end(await init(folder, options, { terminal, run: runProgram, questions }))
      } finally {
        await questions?.close()
      }
    })
  program
    .command('doctor')
    .description(
      'checks keys, addresses, POSes, instalments, ways to pay and clock; exit code 1 when something is wrong',
    )
    .option('--currency <code>', 'a currency that the shop sells in; may be repeated', collect, [])
    .addOption(new Option('--lang <lang>').choices(['tr', 'en']).default('en'))
    .option(...JSON_FLAG)
    .action(async (options: DoctorOptions) => end(await doctor(env, options, terminal)))
  const shop = ({ adminApi }: AdminOptions) =>
    openShopAdmin({ folder, env, signal: terminal.signal }, adminApi)
  program
    .command('reconcile')
    .description('lets the shop ask Craftgate about everything that no callback or webhook told')
    .option(...ADMIN_API)
    .option(...JSON_FLAG)
    .action(async (options: AdminOptions) => end(await reconcile(await shop(options), options, terminal)))
  program
    .command('retention')
    .description('lets the shop delete what is older than its option retention keeps it')
    .option(...ADMIN_API)
    .option(...JSON_FLAG)
    .action(async (options: AdminOptions) => end(await retention(await shop(options), options, terminal)))
  program
    .command('rotate-secrets')
    .description('puts a new link secret beside the one of .env; links of both are good until --finish')
    .option('--finish', 'leaves the newest secret alone')
    .option(...JSON_FLAG)
    .action((options: RotateSecretsOptions) => end(rotateSecrets(folder, options, terminal)))
  program
    .command('sandbox')
    .description('runs the emulator of Craftgate with the keys of this folder; no account needed')
    .option('--port <number>', 'port to listen on', port, 4010)
    .option('--state <file>', 'keeps the state between runs')
    .option('--webhook-url <url>', 'where the shop hears webhooks', httpUrl)
    .option('--json', 'for programs: its address and keys as one line of JSON, when it answers')
    .action(async (options: SandboxOptions) => end(await sandbox(options, { env, terminal })))
  program
    .command('listen')
    .description('shows webhooks as they come, sends them on, and again')
    .option('--port <number>', 'port to listen on; 0 takes a free one', port, 4400)
    .option('--forward <url>', 'sends each on to this address', httpUrl)
    .option(...JSON_FLAG)
    .action(async (options: ListenOptions) => end(await listen(options, { env, terminal, typed })))
  program
    .command('trigger')
    .description('sends a signed webhook to the shop')
    .argument('<event>', 'as CHECKOUTFORM_AUTH or REFUND')
    .requiredOption('--id <id>', 'the payment, token, refund or POS alias that it is about')
    .addOption(new Option('--status <status>').choices(['SUCCESS', 'FAILURE']).default('SUCCESS'))
    .option('--to <url>', 'where the shop hears webhooks', httpUrl)
    .option(...JSON_FLAG)
    .action(async (event: string, options: TriggerOptions) =>
      end(await trigger(event, options, { env, terminal })),
    )
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

function httpUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '')
  throw new InvalidArgumentError('It must be an http(s) URL.')
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new InvalidArgumentError('It must be a whole number up to 65535.')
}

const collect = (code: string, codes: readonly string[]): readonly string[] => [...codes, code]

function versionOf(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    '@craftgate-commerce/cli/package.json',
  )
  return version
}

/** The terminal that this process was started in. */
export function thisPlace(): Place {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return {
    folder: process.cwd(),
    env: process.env,
    terminal: {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      signal: stop.signal,
    },
    typed: process.stdin.isTTY ? linesOf(process.stdin) : undefined,
  }
}

/** Nothing is read, and so nothing keeps the process, before somebody asks for a line. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  yield* createInterface({ input })
}
