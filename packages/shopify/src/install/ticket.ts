import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { House } from '../house'
import { deriveSecret } from '../secrets'
import { isShopDomain } from '../tenant'

export type TicketHouse = Pick<House, 'options' | 'clock'>

export interface TicketKind {
  readonly cookie: string
  /** What its signature is for: a ticket of one kind is worth nothing as another. */
  readonly purpose: string
  readonly seconds: number
}

/** Says which shop a browser may speak for. */
export interface Ticket {
  readonly shop: string
  /** Random; no two tickets share it. */
  readonly id: string
  readonly givenAt: Date
}

/**
 * Signed cookies that end: `shop|milliseconds when it was given|random id`. No script can read them, and no foreign page
 * send them by POST.
 */
export class Tickets {
  private readonly secret: string

  constructor(
    private readonly kind: TicketKind,
    private readonly house: TicketHouse,
  ) {
    this.secret = deriveSecret(house.options.appSecret, kind.purpose)
  }

  async give(context: Context, shop: string): Promise<Ticket> {
    const id = randomBytes(16).toString('base64url')
    const givenAt = this.house.clock()
    const options = { ...this.where, maxAge: this.kind.seconds, httpOnly: true, sameSite: 'Lax' } as const
    await setSignedCookie(context, this.name, `${shop}|${givenAt.getTime()}|${id}`, this.secret, options)
    return { shop, id, givenAt }
  }

  /** Undefined when there is none, or it has ended, or somebody else made it. */
  async read(context: Context): Promise<Ticket | undefined> {
    const value = await getSignedCookie(context, this.secret, this.name)
    if (!value) return undefined
    const [shop = '', given = '', id = ''] = value.split('|')
    const isOver = !(Number(given) + this.kind.seconds * 1000 > this.house.clock().getTime())
    return isShopDomain(shop) && id !== '' && !isOver
      ? { shop, id, givenAt: new Date(Number(given)) }
      : undefined
  }

  drop(context: Context): void {
    deleteCookie(context, this.name, this.where)
  }

  /** Browsers take a `__Host-` cookie from this very host only, not from one beside or below it; and on https only. */
  private get name(): string {
    return this.where.secure ? `__Host-${this.kind.cookie}` : this.kind.cookie
  }

  private get where() {
    return { path: '/', secure: this.house.options.publicUrl.startsWith('https://') }
  }
}
