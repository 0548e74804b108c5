// How an administrator of the platform comes in: whatever its login is (a cookie, a bearer token, an API key), the platform's
// own admin asks for a link, and a browser that follows it is logged in here.
import { createHash, randomBytes } from 'node:crypto'
import type { LinkLogin, PanelHost, PanelUser } from '../panel-host'

/** Followed at once; a link that is found later opens nothing. */
const LINK_SECONDS = 60

/** A host that people come into by links. */
export type Linked<Host extends Pick<PanelHost, 'url' | 'clock'> = Pick<PanelHost, 'url' | 'clock'>> =
  Host & {
    readonly login: LinkLogin
  }

export const isLinked = (host: PanelHost): host is Linked<PanelHost> => 'links' in host.login

/** Links and the keys of forms lie in one place; no secret that a browser names has the hash of such a key. */
const hashOf = (secret: string): string => createHash('sha256').update(`enter ${secret}`).digest('hex')

/**
 * A link that lets this user in once, within a minute. Give it to nobody else: it carries the user's own permissions.
 * `path`: the page that is opened, e.g. `/payments/…`.
 */
export async function panelLink({ login, url, clock }: Linked, user: PanelUser, path = '/'): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await login.links.save(hashOf(secret), user, new Date(clock().getTime() + LINK_SECONDS * 1000))
  const to = path === '/' ? '' : `?${new URLSearchParams({ to: path })}`
  return `${url}/enter/${secret}${to}`
}

/** Whom this link lets in; undefined when it was used, ended, or never given. */
export const takeLink = ({ login, clock }: Linked, secret: string) =>
  login.links.take(hashOf(secret), clock())

/** A page of the panel, never of another site. */
export const pageOf = (to: string | undefined): string =>
  to !== undefined && /^\/(?!\/)[\w/.~%?&=-]*$/.test(to) ? to : '/'
