import { createRequire } from 'node:module'
import { type Place, run, thisPlace } from '@craftgate-commerce/cli'

const ABOUT = `npm create @craftgate-commerce: puts Craftgate into the Medusa or Vendure shop
of this folder, as the command \`init\` of @craftgate-commerce/cli does. Options
stand after --, as in: npm create @craftgate-commerce -- --json

`

/** Runs the command line's `init` and answers its exit code: 0 well, 1 not well, 2 a mistake in the command. Never throws. */
export async function create(args: readonly string[], place: Place = thisPlace()): Promise<number> {
  const { out } = place.terminal
  if (args.some((arg) => arg === '--version' || arg === '-V')) {
    out(`${versionOf()}\n`)
    return 0
  }
  if (args.some((arg) => arg === '--help' || arg === '-h')) out(ABOUT)
  return run(['init', ...args], place)
}

function versionOf(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    '@craftgate-commerce/create/package.json',
  )
  return version
}
