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
  readonly path: string
  readonly seconds: number
}

/** Says which shop a browser may speak for. */
export interface Ticket {
  readonly shop: string
  /** Random; no two tickets share it. */
  readonly id: string
}

/** Signed cookies with an end: `shop|end|random id`. No script can read them, and no foreign page send them by POST. */
export class Tickets {
  private readonly secret: string

  constructor(
    private readonly kind: TicketKind,
    private readonly house: TicketHouse,
  ) {
    this.secret = deriveSecret(house.options.appSecret, kind.purpose)
  }

  async give(context: Context, shop: string): Promise<Ticket> {
    const { cookie, seconds } = this.kind
    const id = randomBytes(16).toString('base64url')
    const end = this.house.clock().getTime() + seconds * 1000
    const options = { ...this.where(), maxAge: seconds, httpOnly: true, sameSite: 'Lax' } as const
    await setSignedCookie(context, cookie, `${shop}|${end}|${id}`, this.secret, options)
    return { shop, id }
  }

  /** Undefined when there is none, or it has ended, or somebody else made it. */
  async read(context: Context): Promise<Ticket | undefined> {
    const value = await getSignedCookie(context, this.secret, this.kind.cookie)
    if (!value) return undefined
    const [shop = '', end = '', id = ''] = value.split('|')
    const isGood = isShopDomain(shop) && id !== '' && Number(end) > this.house.clock().getTime()
    return isGood ? { shop, id } : undefined
  }

  drop(context: Context): void {
    deleteCookie(context, this.kind.cookie, this.where())
  }

  private where() {
    return { path: this.kind.path, secure: this.house.options.publicUrl.startsWith('https://') }
  }
}
