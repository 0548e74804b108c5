import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { SandboxOptions } from './create-sandbox'
import { MARKETPLACE_SEED } from './seed/marketplace-seed'
import { checkSeed, type SeedInput } from './seed/seed'

export const HELP = `craftgate-sandbox: an emulator of Craftgate's sandbox

  --port N           port to listen on; default 4010, 0 takes a free one
  --host ADDRESS     default 127.0.0.1
  --allow-host NAME  another name of this machine, for console and control API;
                     may be repeated
  --seed FILE        merchants, keys, POS and webhook address as JSON; all of it
                     has a default. Or "marketplace": a marketplace with two
                     sellers, and a shop whose customers have wallets
  --state FILE       keeps the state between runs; without it, in memory
  --time-scale N     how many times faster than the wall clock; 0 stands still
  --webhook-url URL  where the first merchant hears webhooks
  --help             this text
  --version          the version of the package

When ready it prints one line of JSON on stdout:
{"url","apiKey","secretKey","callbackKey","webhookKey"}. Logs go to stderr. The
console is at the url itself, the control API under /_control.
`

/** A mistake of whoever typed the command; its message is one line. */
export class UsageError extends Error {}

export type CliOptions = SandboxOptions | 'help'

/** Reads the command line. Throws UsageError. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const flags = readFlags(args)
  if (flags.help) return 'help'
  return {
    port: flags.port === undefined ? 4010 : wholeNumber('port', flags.port, 65_535),
    host: flags.host,
    allowedHosts: flags['allow-host'],
    seed: readSeed(flags.seed),
    webhookUrl: flags['webhook-url'] === undefined ? undefined : webUrl(flags['webhook-url']),
    stateFile: flags.state,
    timeScale: flags['time-scale'] === undefined ? undefined : factor(flags['time-scale']),
  }
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    port: text,
    host: text,
    'allow-host': { type: 'string', multiple: true },
    seed: text,
    state: text,
    'time-scale': text,
    'webhook-url': text,
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    // Node explains how to pass what it does not know; nobody has to here.
    throw new UsageError(`${firstLine(error).split('. ')[0]}; see --help`)
  }
}

function readSeed(file: string | undefined): SeedInput | undefined {
  if (file === undefined) return undefined
  if (file === 'marketplace') return MARKETPLACE_SEED
  try {
    const seed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return checkSeed(seed)
  } catch (error) {
    throw new UsageError(`${file}: ${firstLine(error)}`)
  }
}

function wholeNumber(flag: string, text: string, max: number): number {
  if (/^\d+$/.test(text) && Number(text) <= max) return Number(text)
  throw new UsageError(`--${flag} must be a whole number up to ${max}`)
}

function webUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError('--webhook-url must be an http(s) URL')
}

function factor(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  throw new UsageError('--time-scale must be 0 or more')
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
