import type { Money } from '../money'
import { amountIn } from './amounts'
import type { Localized } from './localized'

interface Option {
  readonly count: number
  readonly each: Money
  /** With interest. */
  readonly total: Money
}

/** What a shopper chooses from where a card may pay in instalments. */
export function installmentName({ count, each, total }: Option): Localized {
  const [monthly, all] = [amountIn(each), amountIn(total)]
  if (count === 1) return { tr: `tek çekim ${all.tr}`, en: `one payment of ${all.en}` }
  return {
    tr: `${count} taksit × ${monthly.tr} (toplam ${all.tr})`,
    en: `${count} instalments × ${monthly.en} (${all.en} in all)`,
  }
}
