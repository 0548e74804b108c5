import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withPlugin } from '../project/config-file'
import { completeEnvFile } from '../project/env-file'
import { findProject, type PlatformName } from '../project/project'
import type { Terminal } from '../terminal'

export interface InitOptions {
  /** Where browsers and Craftgate reach the shop's server; by default where the platform listens on this machine. */
  readonly publicUrl?: string
  readonly json?: boolean
}

/** Keys of the emulator, which everybody knows. */
const EMULATOR = {
  CRAFTGATE_URL: 'http://127.0.0.1:4010',
  CRAFTGATE_API_KEY: 'sandbox-api-key',
  CRAFTGATE_SECRET_KEY: 'sandbox-secret-key',
}

/** Where a new project of the platform listens. */
const LISTENS: Readonly<Record<PlatformName, string>> = {
  medusa: 'http://localhost:9000',
  vendure: 'http://localhost:3000',
}

const NEXT: Readonly<Record<PlatformName, readonly string[]>> = {
  medusa: [
    'npm install @craftgate-commerce/medusa',
    'npx medusa db:migrate',
    'In the admin, Settings → Regions → your region: add the payment provider pp_craftgate_craftgate',
  ],
  vendure: [
    'npm install @craftgate-commerce/vendure',
    'npx vendure migrate -g craftgate && npx vendure migrate -r',
    'In the dashboard, Settings → Payment methods: add one with the handler "Craftgate payment"',
  ],
}

const NO_ACCOUNT = [
  'No account? Start here: npx @craftgate-commerce/cli sandbox',
  'With one: put your keys in .env, and CRAFTGATE_URL=sandbox',
  'Then ask whether all is well: npx @craftgate-commerce/cli doctor',
]

/**
 * Puts the plugin into the shop of this folder: what is there already is left as it is, so it may be run again. Throws
 * UsageError.
 */
export function init(
  folder: string,
  { publicUrl, json = false }: InitOptions,
  { out }: Pick<Terminal, 'out'>,
): number {
  const { platform, config } = findProject(folder)
  const file = resolve(folder, config)
  const changed = withPlugin(platform, { path: config, text: readFileSync(file, 'utf8') })
  if (changed !== undefined) writeFileSync(file, changed)
  const added = completeEnvFile(folder, {
    ...EMULATOR,
    CRAFTGATE_WEBHOOK_KEY: randomBytes(24).toString('base64url'),
    CRAFTGATE_PUBLIC_URL: publicUrl ?? LISTENS[platform],
  })
  const next = [...NEXT[platform], ...NO_ACCOUNT]
  const written = [...(changed === undefined ? [] : [config]), ...(added.length > 0 ? ['.env'] : [])]
  if (json) {
    out(`${JSON.stringify({ platform, written, variables: added, next }, undefined, 2)}\n`)
    return 0
  }
  const done = written.length > 0 ? `Written: ${written.join(', ')}` : 'Everything is there already'
  out(`${done}\n\nNext:\n${next.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`)
  return 0
}
