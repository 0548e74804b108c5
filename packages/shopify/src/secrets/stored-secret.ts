import { randomBytes } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { secretEntity } from '../database'
import type { Keyring } from './keyring'

export const secretPlace = ({ name }: { readonly name: string }): string => `secret/${name}`

/**
 * A random secret of the app that no variable of the environment sets: made when it is first asked for, by one of the
 * processes, and kept sealed in the database.
 * @throws UnreadableSecret when the encryption key that sealed it is gone.
 */
export async function storedSecret(
  database: DataSource,
  encryptionKeys: Keyring,
  name: string,
): Promise<string> {
  const rows = database.getRepository(secretEntity)
  const place = secretPlace({ name })
  const known = await rows.findOneBy({ name })
  if (known !== null) return encryptionKeys.open(known.sealed, place)
  const sealed = encryptionKeys.seal(randomBytes(32).toString('base64url'), place)
  await rows.createQueryBuilder().insert().values({ name, sealed }).orIgnore().execute()
  const { sealed: stored } = await rows.findOneByOrFail({ name })
  return encryptionKeys.open(stored, place)
}
