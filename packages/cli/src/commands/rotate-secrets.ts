import { randomBytes } from 'node:crypto'
import { readEnvFile, replaceInEnvFile } from '../project/env-file'
import { type Terminal, UsageError } from '../terminal'

export interface RotateSecretsOptions {
  /** Ends what was begun: only the newest secret is accepted from then on. */
  readonly finish?: boolean
  readonly json?: boolean
}

const NAME = 'CRAFTGATE_LINK_SECRET'

const RESTART = 'Restart every server, with this .env.'
const BEGUN = [
  RESTART,
  'Links that were signed with the old secret stay good. When none is in use any more, in a week:',
  'npx @craftgate-commerce/cli rotate-secrets --finish',
]
const FINISHED = [RESTART, 'Links that were signed with the old secret open nothing from then on.']

/**
 * Puts a new link secret before the one of `.env`: the shop signs with the first and accepts all of them. `finish` leaves the first
 * alone. What was begun stands in the file, so that it is gone on with at any time. Never prints a secret. Throws UsageError.
 */
export function rotateSecrets(
  folder: string,
  { finish = false, json = false }: RotateSecretsOptions,
  { out }: Pick<Terminal, 'out'>,
): number {
  const [newest, ...older] = secretsIn(folder)
  if (finish && older.length === 0)
    throw new UsageError(
      'No secret is being rotated: .env holds one alone',
      'Begin with rotate-secrets, without --finish',
    )
  if (!finish && older.length > 0)
    throw new UsageError(
      'A secret is being rotated already',
      'Restart every server; when no link of the old one is in use any more, run this with --finish',
    )
  const secrets = finish ? [newest] : [randomBytes(32).toString('base64url'), newest]
  replaceInEnvFile(folder, NAME, secrets.join(','))
  const next = finish ? FINISHED : BEGUN
  const said = finish ? 'The old link secret is gone from .env.' : 'A new link secret stands first in .env.'
  out(json ? `${JSON.stringify({ accepted: secrets.length, next })}\n` : `${[said, ...next].join('\n')}\n`)
  return 0
}

function secretsIn(folder: string): readonly [string, ...string[]] {
  const [newest, ...older] = (readEnvFile(folder)[NAME] ?? '').split(',').filter(Boolean)
  if (newest !== undefined) return [newest, ...older]
  throw new UsageError(
    `${NAME} does not stand in .env of ${folder}`,
    'Where your servers take it from, write a new one before it, with a comma between them',
  )
}
