import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppContext } from '../context/app-context'
import { isShopDomain } from '../context/tenant'
import { deriveSecrets, type SecretList } from '../secrets'

export type CookieContext = Pick<AppContext, 'options' | 'clock'>

export interface CookieKind {
  readonly cookie: string
  /** What its signature is for: a ticket of one kind is worth nothing as another. */
  readonly purpose: string
  readonly seconds: number
}

/** Says which shop a browser may speak for. */
export interface CookieSession {
  readonly shop: string
  /** Random; no two tickets share it. */
  readonly id: string
  readonly issuedAt: Date
}

/**
 * Signed cookies that end: `shop|milliseconds when it was given|random id`. No script can read them, and no foreign page
 * send them by POST.
 */
export class SignedCookie {
  /** The first one signs. */
  private readonly secrets: SecretList

  constructor(
    private readonly kind: CookieKind,
    private readonly context: CookieContext,
  ) {
    this.secrets = deriveSecrets(context.options.appSecret, kind.purpose)
  }

  async issue(c: Context, shop: string): Promise<CookieSession> {
    const id = randomBytes(16).toString('base64url')
    const issuedAt = this.context.clock()
    const options = { ...this.where, maxAge: this.kind.seconds, httpOnly: true, sameSite: 'Lax' } as const
    await setSignedCookie(c, this.name, `${shop}|${issuedAt.getTime()}|${id}`, this.secrets[0], options)
    return { shop, id, issuedAt }
  }

  /** Undefined when there is none, or it has ended, or somebody else made it. */
  async read(c: Context): Promise<CookieSession | undefined> {
    const value = await this.signedValue(c)
    if (!value) return undefined
    const [shop = '', given = '', id = ''] = value.split('|')
    const isOver = !(Number(given) + this.kind.seconds * 1000 > this.context.clock().getTime())
    return isShopDomain(shop) && id !== '' && !isOver
      ? { shop, id, issuedAt: new Date(Number(given)) }
      : undefined
  }

  private async signedValue(c: Context): Promise<string | undefined> {
    for (const secret of this.secrets) {
      const value = await getSignedCookie(c, secret, this.name)
      if (value) return value
    }
    return undefined
  }

  clear(c: Context): void {
    deleteCookie(c, this.name, this.where)
  }

  /** Browsers take a `__Host-` cookie from this very host only, not from one beside or below it; and on https only. */
  private get name(): string {
    return this.where.secure ? `__Host-${this.kind.cookie}` : this.kind.cookie
  }

  private get where() {
    return { path: '/', secure: this.context.options.publicUrl.startsWith('https://') }
  }
}
