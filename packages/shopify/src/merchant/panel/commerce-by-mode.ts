import { CraftgateError } from '@craftgate-commerce/core'
import type { Mode } from '../../context/tenant'
import { modeOfAccount } from '../../shops/craftgate-account'
import type { MerchantCommerce } from '../http/merchant-deps'

/** The core of each mode that the shop has keys for. */
export type Cores = ReadonlyMap<Mode, MerchantCommerce>

/** Of the account of a payment; undefined when the keys of its mode are gone. */
export function coreOf(cores: Cores, account: string): MerchantCommerce | undefined {
  const mode = modeOfAccount(account)
  return mode && cores.get(mode)
}

type Callable = (...args: unknown[]) => unknown

/**
 * One Craftgate for the panel, of all modes of a shop: each call goes to the core of the mode that its first argument
 * belongs to. No other shop's can be named, because no core of another is here.
 */
export const commerceByMode = (cores: Cores): MerchantCommerce => byMode([...cores]) as MerchantCommerce

/** `all`: the same part of each core. */
function byMode(all: readonly (readonly [Mode, object])[]): object {
  const partOf = (owner: object, name: string | symbol): unknown => Reflect.get(owner, name)
  return new Proxy(
    {},
    {
      get(_, name) {
        const parts = all.map(([mode, owner]) => [mode, partOf(owner, name)] as const)
        const [sample] = parts
        if (sample === undefined) return undefined
        if (typeof sample[1] === 'object' && sample[1] !== null)
          return byMode(parts as readonly (readonly [Mode, object])[])
        if (typeof sample[1] !== 'function') return undefined
        return (...args: unknown[]) => {
          const mode = modeOf(args[0])
          const found = all.find(([each]) => each === mode)
          if (found === undefined) throw notConnected()
          return (partOf(found[1], name) as Callable).apply(found[1], args)
        }
      },
    },
  )
}

/** Of a mode whose keys were removed, or never entered. */
const notConnected = (): CraftgateError =>
  new CraftgateError({
    ...{ kind: 'configuration', code: 'no-keys', retry: 'no' },
    message: 'The shop has no Craftgate account of this name',
    merchantMessage: {
      tr: 'Bu modun Craftgate anahtarları girilmemiş; Craftgate’e sorulamadı.',
      en: 'The Craftgate keys of this mode are missing; Craftgate could not be asked.',
    },
  })

/** A merchant is named as its mode; an account begins with it; a request carries one of them. */
function modeOf(named: unknown): Mode | undefined {
  if (typeof named === 'string') return modeOfAccount(named)
  if (typeof named !== 'object' || named === null) return undefined
  const { merchant, account, payment } = named as Readonly<Record<string, unknown>>
  return modeOf(merchant ?? account ?? payment)
}
