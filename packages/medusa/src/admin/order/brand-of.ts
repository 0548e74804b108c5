import { inTitleCase } from '../shown/in-title-case'

/** As the schemes write themselves, where that is more than a capital. */
const BRANDS: Readonly<Record<string, string>> = {
  AMEX: 'American Express',
  JCB: 'JCB',
  MASTER_CARD: 'Mastercard',
  UNION_PAY: 'UnionPay',
}

/** The card scheme (Craftgate's cardAssociation) by its own name. */
export const brandOf = (association: string): string => BRANDS[association] ?? inTitleCase(association)
