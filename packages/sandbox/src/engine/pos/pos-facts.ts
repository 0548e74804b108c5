import type { Merchant, Pos } from '../../seed/seed'
import { bankCode } from '../cards/bank-code'
import type { SandboxContext } from '../context'

/** A POS as answers name it. Its id counts the seed's merchants and their POS. */
export function posFacts({ merchants }: SandboxContext, merchant: Merchant, pos: Pos) {
  const id = 100 * (merchants.indexOf(merchant) + 1) + merchant.poses.indexOf(pos) + 1
  return { id, alias: pos.alias, name: pos.name, bankId: bankCode(pos.bank) }
}
