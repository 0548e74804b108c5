import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Secrets {
  /** Signs pay links; links in use break when it changes. */
  readonly linkSecret: string
  /** Signs session cookies. */
  readonly cookieSecret: string
}

/** Made once for each state directory, then read back. */
export function secretsIn(stateDir: string): Secrets {
  const file = path.join(stateDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const secret = () => randomBytes(32).toString('base64url')
  const secrets = { linkSecret: secret(), cookieSecret: secret() }
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
