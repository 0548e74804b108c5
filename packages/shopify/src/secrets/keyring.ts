import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

interface Key {
  readonly id: string
  readonly bytes: Buffer
}

/** A stored secret could not be opened: its key is gone, or somebody changed or moved it. Never says what it holds. */
export class UnreadableSecret extends Error {
  override readonly name = 'UnreadableSecret'
}

/**
 * Encrypts what the database must not tell whoever reads it: `<key id>.<iv, text and tag>`. The first key of the ring
 * writes, all of them read. `place` names table, column and row; a secret that is moved to another place cannot be
 * opened there.
 */
export class Keyring {
  private readonly byId: ReadonlyMap<string, Key>

  private constructor(
    private readonly current: Key,
    keys: readonly Key[],
  ) {
    this.byId = new Map(keys.map((key) => [key.id, key]))
  }

  /**
   * @param text `id:base64 of 32 bytes`, separated by commas, the one that writes first.
   * @throws Error that says what is wrong with it, without repeating it.
   */
  static parse(text: string): Keyring {
    const keys = text.split(',').map((entry) => parseKey(entry.trim()))
    const [current] = keys
    if (!current || new Set(keys.map(({ id }) => id)).size !== keys.length)
      throw new Error('each encryption key needs an id of its own')
    return new Keyring(current, keys)
  }

  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(ALGORITHM, this.current.bytes, iv).setAAD(Buffer.from(place))
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${this.current.id}.${sealed.toString('base64url')}`
  }

  /** @throws UnreadableSecret */
  open(sealed: string, place: string): string {
    const [id = '', body = ''] = sealed.split('.')
    const key = this.byId.get(id)
    if (!key) throw new UnreadableSecret(`No encryption key has the id '${id}' (${place})`)
    const bytes = Buffer.from(body, 'base64url')
    try {
      const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_BYTES))
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
      const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8')
      return text + decipher.final('utf8')
    } catch {
      throw new UnreadableSecret(`A stored secret cannot be opened (${place})`)
    }
  }

  /**
   * The same secret, sealed by the key that writes now.
   * @throws UnreadableSecret
   */
  reseal(sealed: string, place: string): string {
    return this.seal(this.open(sealed, place), place)
  }

  /** True when an older key of the ring wrote it. */
  isOutdated(sealed: string): boolean {
    return !sealed.startsWith(`${this.current.id}.`)
  }
}

function parseKey(entry: string): Key {
  const [id = '', encoded = '', ...rest] = entry.split(':')
  const bytes = Buffer.from(encoded, 'base64')
  if (!/^[\w-]{1,32}$/.test(id) || rest.length > 0 || bytes.length !== KEY_BYTES)
    throw new Error(
      'an encryption key is written id:base64, where the base64 holds 32 bytes (openssl rand -base64 32)',
    )
  return { id, bytes }
}

/** The newest first: that one signs, all of them are accepted. */
export type SecretList = readonly [string, ...string[]]

/** Secrets for one purpose, made of the app's own; knowing one tells nothing of another. */
export function deriveSecrets([newest, ...older]: SecretList, purpose: string): SecretList {
  const derive = (secret: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('base64url')
  return [derive(newest), ...older.map(derive)]
}
