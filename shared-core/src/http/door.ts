import type { ParsedOptions } from '../options'

export type Door =
  | { readonly kind: 'pay'; readonly reference: string }
  | { readonly kind: 'callback' }
  | { readonly kind: 'webhook' }

/** Which door a request knocks at. A proxy may or may not have cut off the path of publicUrl. */
export function doorOf({ publicUrl, basePath }: ParsedOptions, pathname: string): Door | undefined {
  const outside = `${new URL(publicUrl).pathname.replace(/\/$/, '')}${basePath}`
  const base = [outside, basePath].find((prefix) => pathname.startsWith(`${prefix}/`))
  if (base === undefined) return undefined
  const [room, name, ...rest] = pathname.slice(base.length + 1).split('/')
  if (rest.length > 0) return undefined
  if (room === 'pay') return payDoor(name)
  if (name !== undefined) return undefined
  return room === 'callback' || room === 'webhook' ? { kind: room } : undefined
}

function payDoor(name: string | undefined): Door | undefined {
  const reference = decoded(name ?? '')
  return reference ? { kind: 'pay', reference } : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
