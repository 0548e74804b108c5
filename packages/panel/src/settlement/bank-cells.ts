import { toDecimal } from '@craftgate-commerce/core'
import type { SettlementEntry } from '@craftgate-commerce/core/adapter'
import { zonedIso } from '../days/days'
import type { Lang } from '../words'
import { settlementWords } from './words'

export function bankHeads(lang: Lang): readonly string[] {
  const { charged, bankCommission, net, payoutDay } = settlementWords[lang]
  return [charged, bankCommission, net, payoutDay]
}

/** Charged, bank commission, net and when it is paid, for a file; empty is not known, which is not 0. */
export function bankCells(entry: SettlementEntry | undefined, timeZone: string): readonly string[] {
  if (entry === undefined) return ['', '', '', '']
  const { charged, bankCommission, blockageResolvedAt, currency } = entry
  const money = (minor: number) => toDecimal({ minor, currency })
  const known =
    bankCommission === undefined ? ['', ''] : [money(bankCommission), money(charged - bankCommission)]
  return [
    money(charged),
    ...known,
    blockageResolvedAt === undefined ? '' : zonedIso(blockageResolvedAt, timeZone),
  ]
}
