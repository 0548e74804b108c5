import { bankCode } from '../cards/bank-code'
import type { MerchantPos } from './merchant-pos'

/** A POS as answers name it. */
export const posFacts = ({ id, alias, name, bank }: MerchantPos) => ({
  ...{ id, alias, name, bankId: bankCode(bank) },
})
