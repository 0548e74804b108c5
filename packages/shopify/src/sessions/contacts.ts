import { createHmac } from 'node:crypto'
import { deriveSecret, type Keyring, UnreadableSecret } from '../secrets'

/** How the shop reaches the shopper: all that is kept of a person, and only for Craftgate's fraud rules. */
export interface Contact {
  readonly email?: string
  readonly phone?: string
}

/** Fewer digits name nobody. */
const SHORTEST_PHONE = 7

export const contactPlace = (sessionId: string) => `session.contact/${sessionId}`

/** Seals contacts for the database, and finds them again for privacy requests without opening any. */
export class Contacts {
  private readonly secret: string

  constructor(
    private readonly keyring: Keyring,
    appSecret: string,
  ) {
    this.secret = deriveSecret(appSecret, 'contact-hash')
  }

  /** The columns of a session. */
  columnsOf(sessionId: string, { email, phone }: Contact) {
    const contact =
      email || phone ? this.keyring.seal(JSON.stringify({ email, phone }), contactPlace(sessionId)) : null
    return { contact, ...this.hashesOf({ email, phone }) }
  }

  hashesOf({ email, phone }: Contact) {
    const digits = phone?.replace(/\D/g, '').slice(-10) ?? ''
    return {
      emailHash: email ? this.hash(email.trim().toLowerCase()) : null,
      phoneHash: digits.length >= SHORTEST_PHONE ? this.hash(digits) : null,
    }
  }

  /** Nothing when its encryption key is gone: fraud rules know less then, and nobody is kept from paying. */
  open(sessionId: string, sealed: string | null): Contact {
    if (sealed === null) return {}
    try {
      return JSON.parse(this.keyring.open(sealed, contactPlace(sessionId))) as Contact
    } catch (error) {
      if (error instanceof UnreadableSecret) return {}
      throw error
    }
  }

  private hash(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url')
  }
}
