// A form that moves money bears a key that is taken once: pressed twice, sent again, or pressed on two servers at once, it
// does one thing.
import { createHash, randomBytes } from 'node:crypto'
import type { Linked } from '../login/panel-links'
import type { PanelHost } from '../panel-host'
import type { UserRequest } from './panel-request'

/** As long as somebody may think before pressing the button. */
const KEY_MINUTES = 30

const hashOf = (deed: string, key: string): string =>
  createHash('sha256').update(`once ${deed} ${key}`).digest('hex')

/** Of a host whose people come in by links: its keys lie beside them. */
export type KeyedRequest = UserRequest & { readonly host: Linked<PanelHost> }

/** A key for this deed of this user. */
export async function onceKey({ host, user }: KeyedRequest, deed: string): Promise<string> {
  const key = randomBytes(24).toString('base64url')
  const endsAt = new Date(host.clock().getTime() + KEY_MINUTES * 60_000)
  await host.login.links.save(hashOf(deed, key), user, endsAt)
  return key
}

/** True for the one who takes it first; false for everybody after, and when it is too old. */
export async function takeOnceKey({ host, user }: KeyedRequest, deed: string, key: string): Promise<boolean> {
  const asker = await host.login.links.take(hashOf(deed, key), host.clock())
  return asker?.id === user.id
}
