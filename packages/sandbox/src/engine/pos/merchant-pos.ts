import type { Schema } from '@craftgate-commerce/openapi'
import type { SeedPos } from '../../seed/seed-pos'

/** Who may use a POS at its bank. His password is kept by nobody here. */
export interface PosUser {
  readonly id: number
  readonly posUsername?: string
  readonly posUserType?: Schema<'PosUserType'>
  readonly posOperationType?: Schema<'PosOperationType'>
}

/** What a bank keeps of one instalment with one card family, as the API wrote it; rates in ten-thousandths of a percent. */
export interface CommissionRow {
  readonly installment: number
  readonly cardBrandName?: string
  readonly status: Schema<'Status'>
  readonly blockageDay: number
  readonly installmentLabel?: string
  readonly rates: Partial<Record<BankRate, number>>
  readonly merchantRate: number
}

export type BankRate =
  | 'bankOnUsCreditCardCommissionRate'
  | 'bankNotOnUsCreditCardCommissionRate'
  | 'bankOnUsDebitCardCommissionRate'
  | 'bankNotOnUsDebitCardCommissionRate'
  | 'bankForeignCardCommissionRate'

/** A virtual POS of a running sandbox. */
export interface MerchantPos extends Omit<SeedPos, 'status'> {
  readonly id: number
  readonly status: SeedPos['status']
  /** What Craftgate's watch says of a POS on AUTOPILOT. */
  readonly autopilot: { readonly isThreeDsUp: boolean; readonly isNonThreeDsUp: boolean }
  /** Whose software it speaks to, where the API said so. */
  readonly integrator?: Schema<'PosIntegrator'>
  /** The bank's terminal and addresses, as the API wrote them; keys and passwords are kept by nobody here. */
  readonly terminal: Readonly<Record<string, string | number | boolean>>
  /** False sells no instalments, whatever the commissions say. */
  readonly enableInstallment: boolean
  /** Absent: all. */
  readonly authenticationTypes?: readonly Schema<'PaymentAuthenticationType'>[]
  readonly cardAssociations?: readonly Schema<'CardAssociation'>[]
  readonly users: readonly PosUser[]
  /** Over those of the seed. */
  readonly rows: readonly CommissionRow[]
}

/** The POSes of the seed's merchant at this place; their ids count merchants and POSes. */
export const posesOfSeed = (poses: readonly SeedPos[], place: number): MerchantPos[] =>
  poses.map((pos, index) => ({ ...NEW_POS, ...pos, id: 100 * (place + 1) + index + 1 }))

export const NEW_POS = {
  autopilot: { isThreeDsUp: true, isNonThreeDsUp: true },
  ...{ terminal: {}, enableInstallment: true, users: [], rows: [] },
}

/** Whether a POS sells instalments at all. */
export const sellsInstallments = ({ enableInstallment, commissions }: MerchantPos): boolean =>
  enableInstallment && commissions.some(({ installment }) => installment > 1)

/** Whether payments of this kind go through it now; without a kind, of any. */
export function takesPayments(
  { status, autopilot, authenticationTypes }: MerchantPos,
  threeDS: boolean | undefined,
): boolean {
  const kinds = threeDS === undefined ? [true, false] : [threeDS]
  return kinds.some((kind) => {
    const isOpen = authenticationTypes?.includes(kind ? 'THREE_DS' : 'NON_THREE_DS') ?? true
    if (status === 'AUTOPILOT') return isOpen && (kind ? autopilot.isThreeDsUp : autopilot.isNonThreeDsUp)
    return isOpen && status === 'ACTIVE'
  })
}
