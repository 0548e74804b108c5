import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'

export interface OwnHosts {
  /** Names by which the emulator is reached beside localhost and IP addresses, without a port. */
  readonly hosts?: readonly string[]
}

/**
 * For what steers an emulator or shows its keys: tools and the emulator's own pages get through, a web page from
 * elsewhere does not. Browsers say in Origin and Sec-Fetch-Site where a request comes from; curl and its like send
 * neither. A name in Host that is not the emulator's own means that a page let its own name point to this machine (DNS
 * rebinding), and then Origin and Sec-Fetch-Site would call it our own page. A link to a page may be followed from
 * anywhere.
 */
export function refuseForeignPages({ hosts = [] }: OwnHosts = {}): MiddlewareHandler {
  return async (c, next) => {
    const name = foreignHostOf(c, hosts)
    if (name !== undefined) return c.json({ error: `Host: "${name}" is not a name of this emulator` }, 403)
    if (isForeign(c)) return c.json({ error: 'Only for tools and for pages of this emulator' }, 403)
    return next()
  }
}

/** Refuses by Host alone, for pages that others may post to. */
export function refuseForeignHosts({ hosts = [] }: OwnHosts = {}): MiddlewareHandler {
  return async (c, next) => {
    const name = foreignHostOf(c, hosts)
    return name === undefined ? next() : c.text(`Host: "${name}" is not a name of this emulator\n`, 403)
  }
}

/** The first name in the request line or in Host that is not ours. No name of a page can be an IP address. */
function foreignHostOf(c: Context, hosts: readonly string[]): string | undefined {
  const named = [new URL(c.req.url).hostname, nameIn(c.req.header('host'))]
  return named.find((name) => name !== undefined && !isOwn(name, hosts))
}

function nameIn(host: string | undefined): string | undefined {
  if (host === undefined) return undefined
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host
}

function isOwn(name: string, hosts: readonly string[]): boolean {
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || hosts.includes(name)
}

function isForeign(c: Context): boolean {
  if (!isSameHost(c.req.header('origin'), c.req.url)) return true
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isLink =
    c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document'
  return c.req.method !== 'GET' || !isLink
}

function isSameHost(origin: string | undefined, url: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host
}

/**
 * A page from elsewhere must not press an emulator's buttons: browsers say where a post comes from in Sec-Fetch-Site
 * and Origin. Tools such as curl send neither and are welcome. What only reads may be linked to from anywhere.
 */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (c.req.method === 'POST' && (isElsewhere || !isSameHost(c.req.header('origin'), c.req.url))) {
    return c.text('This page takes orders from itself only.\n', 403)
  }
  return next()
}
