import { createHmac } from 'node:crypto'
import type { AppContext } from '../context/app-context'
import { storedSecret, UnreadableSecret } from '../secrets'
import type { HashedContact } from './redact-contacts'

/** How the shop reaches the shopper: all that is kept of a person, and only for Craftgate's fraud rules. */
export interface Contact {
  readonly email?: string
  readonly phone?: string
}

/** Fewer digits name nobody. */
const SHORTEST_PHONE = 7

export const contactPlace = (sessionId: string) => `session.contact/${sessionId}`

/**
 * Seals contacts for the database, and finds them again for privacy requests without opening any: by hashes under a key of
 * their own, which the database keeps sealed. It outlives every change of the app's other secrets.
 */
export class Contacts {
  private hashKey: Promise<string> | undefined

  constructor(private readonly context: Pick<AppContext, 'options' | 'database'>) {}

  /** The columns of a session. */
  async columnsOf(sessionId: string, { email, phone }: Contact) {
    const { encryptionKeys } = this.context.options
    const contact =
      email || phone ? encryptionKeys.seal(JSON.stringify({ email, phone }), contactPlace(sessionId)) : null
    return { contact, ...(await this.hashesOf({ email, phone })) }
  }

  /** @throws UnreadableSecret when the encryption key that sealed the key of the hashes is gone. */
  async hashesOf({ email, phone }: Contact): Promise<HashedContact> {
    const digits = phone?.replace(/\D/g, '').slice(-10) ?? ''
    const key = await this.key()
    const hash = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
    return {
      emailHash: email ? hash(email.trim().toLowerCase()) : null,
      phoneHash: digits.length >= SHORTEST_PHONE ? hash(digits) : null,
    }
  }

  /** Nothing when its encryption key is gone: fraud rules know less then, and nobody is kept from paying. */
  open(sessionId: string, sealed: string | null): Contact {
    if (sealed === null) return {}
    try {
      return JSON.parse(this.context.options.encryptionKeys.open(sealed, contactPlace(sessionId))) as Contact
    } catch (error) {
      if (error instanceof UnreadableSecret) return {}
      throw error
    }
  }

  /** Read once; a failure is not kept. */
  private key(): Promise<string> {
    const { database, options } = this.context
    this.hashKey ??= storedSecret(database, options.encryptionKeys, 'contact-hash').catch(
      (error: unknown) => {
        this.hashKey = undefined
        throw error
      },
    )
    return this.hashKey
  }
}
