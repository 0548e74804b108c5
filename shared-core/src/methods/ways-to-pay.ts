import type { CurrencyCode } from '../money'
import type { MethodName } from './method'
import { methodsForPage } from './methods-for-page'
import { isStartable } from './startable'

interface Named {
  readonly method?: MethodName
  readonly enabledPaymentMethods?: readonly string[]
}

interface Terms extends Named {
  readonly currency: CurrencyCode
  readonly phase: 'AUTH' | 'PRE_AUTH'
}

/** What an entry names, else the shop: one way, or some; those that can take the sale. Undefined where nobody names any. */
export function waysToPay(shop: Named, entry: Terms): readonly MethodName[] | undefined {
  const own = namesOf(entry) ?? namesOf(shop)
  return own && methodsForPage(own, entry).filter(isStartable)
}

const namesOf = ({ method, enabledPaymentMethods }: Named): readonly string[] | undefined =>
  method === undefined ? enabledPaymentMethods : [method]
