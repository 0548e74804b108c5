import type { PosCommission } from '@craftgate-commerce/core'

type Row = Pick<PosCommission, 'installment' | 'cardFamily'>

/** How an address names a commission of a POS. */
export const rowQuery = ({ installment, cardFamily }: Row): URLSearchParams =>
  new URLSearchParams({ installment: `${installment}`, ...(cardFamily && { family: cardFamily }) })

export const findRow = (
  commissions: readonly PosCommission[],
  read: (name: string) => string | undefined,
): PosCommission | undefined =>
  commissions.find(
    ({ installment, cardFamily }) =>
      String(installment) === read('installment') && (cardFamily ?? '') === (read('family') ?? ''),
  )

/** Per cent as people write it, with either sign before its decimals; undefined for what is none. */
export function readRate(typed: string): number | undefined {
  return /^\d{1,3}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined
}
