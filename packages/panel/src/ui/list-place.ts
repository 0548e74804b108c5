// Where a list goes on, as it stands in an address: 1795780800000_42
import type { ListPlace } from '@craftgate-commerce/core/adapter'

export const placeText = ({ at, id }: ListPlace): string => `${at.getTime()}_${id}`

/** Nothing else reaches the database: digits, a UUID or 32 hexadecimal digits. */
export function readPlace(text = ''): ListPlace | undefined {
  const [, time, id] =
    /^(\d{1,15})_(\d{1,15}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? []
  return time === undefined || id === undefined ? undefined : { at: new Date(Number(time)), id }
}
