import { createHmac } from 'node:crypto'
import { z } from '@craftgate-commerce/core/adapter'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { ALL_PERMISSIONS, type PanelUser } from '../panel-host'
import type { Linked } from './panel-links'

const SESSION_SECONDS = 2 * 3600

const session = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(ALL_PERMISSIONS)),
  merchants: z.array(z.string()),
  shop: z.string().optional(),
  endsAt: z.number(),
})

/** No script can read it, no other site send it by POST, and it goes to the panel only. */
const cookieOf = ({ url }: Pick<Linked, 'url'>) => {
  const { protocol, pathname } = new URL(url)
  return { path: pathname, secure: protocol === 'https:', httpOnly: true, sameSite: 'Strict' } as const
}

/** A login and a pay link are signed with different secrets. */
const secretOf = (linkSecret: string): string =>
  createHmac('sha256', linkSecret).update('craftgate panel').digest('base64url')

const NAME = 'craftgate_panel'

export async function logIn(c: Context, host: Linked, user: PanelUser): Promise<void> {
  const endsAt = host.clock().getTime() + SESSION_SECONDS * 1000
  const value = Buffer.from(JSON.stringify({ ...user, endsAt })).toString('base64url')
  await setSignedCookie(c, NAME, value, secretOf(host.login.secrets[0]), {
    ...cookieOf(host),
    maxAge: SESSION_SECONDS,
  })
}

export const logOut = (c: Context, host: Pick<Linked, 'url'>): void => {
  deleteCookie(c, NAME, cookieOf(host))
}

/** Whoever is logged in, with the permissions that the platform gives him now; undefined for nobody. */
export async function loggedIn(c: Context, host: Linked): Promise<PanelUser | undefined> {
  for (const secret of host.login.secrets) {
    const value = await getSignedCookie(c, secretOf(secret), NAME)
    const parsed = value ? session.safeParse(jsonIn(value)) : undefined
    if (!parsed?.success) continue
    const { endsAt, ...user } = parsed.data
    if (endsAt <= host.clock().getTime()) return undefined
    const permissions = await host.login.permissionsOf(user)
    return permissions.includes('read') ? { ...user, permissions } : undefined
  }
  return undefined
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
