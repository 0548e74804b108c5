import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { PlatformName } from './project'

/** What a shop needs of its surroundings, in the order of the file. */
export interface ShopKeys {
  readonly CRAFTGATE_URL: string
  readonly CRAFTGATE_API_KEY: string
  readonly CRAFTGATE_SECRET_KEY: string
  readonly CRAFTGATE_WEBHOOK_KEY: string
  readonly CRAFTGATE_PUBLIC_URL: string
}

/** Keys of the emulator, which everybody knows. */
const EMULATOR = {
  CRAFTGATE_URL: 'http://127.0.0.1:4010',
  CRAFTGATE_API_KEY: 'sandbox-api-key',
  CRAFTGATE_SECRET_KEY: 'sandbox-secret-key',
}

/** An account's, for its owner to fill in. */
const ACCOUNT = { CRAFTGATE_URL: 'sandbox', CRAFTGATE_API_KEY: '', CRAFTGATE_SECRET_KEY: '' }

/** Where a new project of the platform listens. */
const LISTENS: Readonly<Record<PlatformName, string>> = {
  medusa: 'http://localhost:9000',
  vendure: 'http://localhost:3000',
}

/** For the emulator, or for an account whose keys are still to be filled in. */
export const shopKeys = (
  platform: PlatformName,
  { publicUrl, emulator }: { readonly publicUrl?: string; readonly emulator: boolean },
): ShopKeys => ({
  ...(emulator ? EMULATOR : ACCOUNT),
  CRAFTGATE_WEBHOOK_KEY: emulator ? randomBytes(24).toString('base64url') : '',
  CRAFTGATE_PUBLIC_URL: publicUrl ?? LISTENS[platform],
})

/**
 * Adds what `.env` does not have yet, with a link secret of its own; answers the names that were added. What stands there is
 * left as it is.
 */
export function completeEnvFile(folder: string, keys: ShopKeys): readonly string[] {
  const file = resolve(folder, '.env')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const known = parseEnv(text)
  const wanted = { CRAFTGATE_LINK_SECRET: randomBytes(32).toString('base64url'), ...keys }
  const missing = Object.entries(wanted).filter(([name, value]) => !known[name] && known[name] !== value)
  if (missing.length === 0) return []
  const gap = text === '' || text.endsWith('\n') ? text : `${text}\n`
  // The newest line of a name counts, so an empty one above does no harm.
  const lines = missing.map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(file, `${gap}\n# Craftgate\n${lines.join('')}`, { mode: 0o600 })
  return missing.map(([name]) => name)
}

/**
 * Writes another value of a variable that stands in `.env`, in the place of its newest line; older lines of the name go. The file is
 * replaced in one step. Throws when the name is not there.
 */
export function replaceInEnvFile(folder: string, name: string, value: string): void {
  const file = resolve(folder, '.env')
  const lines = readFileSync(file, 'utf8').split('\n')
  const isOf = (line: string) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line)
  const newest = lines.findLastIndex(isOf)
  if (newest < 0) throw new Error(`${name} does not stand in ${file}`)
  const kept = lines.flatMap((line, index) => {
    if (index === newest) return [`${name}=${value}`]
    return isOf(line) ? [] : [line]
  })
  const next = `${file}.next`
  writeFileSync(next, kept.join('\n'), { mode: statSync(file).mode & 0o777 })
  renameSync(next, file)
}

/** The variables of `.env` alone, without those of the process. */
export function readEnvFile(folder: string): Readonly<Record<string, string | undefined>> {
  const file = resolve(folder, '.env')
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
}
