import { z } from 'zod'
import type { PosChange } from '../../engine/pos/change-poses'
import type { CommissionRow } from '../../engine/pos/merchant-pos'
import { ApiError } from '../../errors/api-error'
import { toMinor } from '../../money/minor'
import { currency } from '../fields'

// No page of the portal describes these requests: their fields are the clients'. Unknown fields are ignored.

const text = z.string().optional()
const flag = z.boolean().optional()

const user = z.object({
  id: z.number().int().optional(),
  posUsername: text,
  posUserType: z.enum(['API']).optional(),
  posOperationType: z.enum(['STANDARD', 'PROVAUT', 'PROVRFN', 'PAYMENT', 'REFUND', 'INQUIRY']).optional(),
})

const CARD_ASSOCIATIONS = [
  ...(['VISA', 'MASTER_CARD', 'AMEX', 'TROY', 'JCB', 'UNION_PAY'] as const),
  ...(['MAESTRO', 'DISCOVER', 'DINERS_CLUB'] as const),
]

/** What is only kept and told again; `threedsKey` and passwords are not even kept. */
const terminal = {
  ...{ clientId: text, posnetId: text, terminalId: text, threedsPosnetId: text, threedsTerminalId: text },
  ...{ enablePaymentWithoutCvc: flag, enableLoyalty: flag, newIntegration: flag },
  ...{ hostname: text, mode: text, path: text, port: z.number().int().optional(), threedsPath: text },
}

export const updatePos = z.object({
  ...terminal,
  name: z.string().trim().min(1).optional(),
  enableForeignCard: flag,
  enableInstallment: flag,
  orderNumber: z.number().int().positive().optional(),
  supportedCardAssociations: z.array(z.enum(CARD_ASSOCIATIONS)).optional(),
  enabledPaymentAuthenticationTypes: z.array(z.enum(['THREE_DS', 'NON_THREE_DS', 'BKM_EXPRESS'])).optional(),
  merchantPosUsers: z.array(user).optional(),
})

/** Name, currency and integrator are what a POS cannot be without (our reading). */
export const createPosRequest = updatePos.extend({
  name: z.string().trim().min(1),
  currency,
  posIntegrator: z.string().min(1),
  status: z.enum(['ACTIVE', 'PASSIVE', 'REFUND_ONLY', 'AUTOPILOT']).default('ACTIVE'),
})

export function posChange(request: z.output<typeof updatePos>): PosChange {
  const { name, orderNumber, enableInstallment, enableForeignCard: foreignCards } = request
  const kept = Object.entries(request).filter(([key, value]) => key in terminal && value !== undefined)
  return {
    ...{ name, orderNumber, enableInstallment, foreignCards, users: request.merchantPosUsers },
    authenticationTypes: request.enabledPaymentAuthenticationTypes,
    cardAssociations: request.supportedCardAssociations,
    terminal: Object.fromEntries(kept) as PosChange['terminal'],
  }
}

const rate = z.number().min(0).max(100).optional()

const BANK_RATES = [
  ...(['bankOnUsCreditCardCommissionRate', 'bankNotOnUsCreditCardCommissionRate'] as const),
  ...(['bankOnUsDebitCardCommissionRate', 'bankNotOnUsDebitCardCommissionRate'] as const),
  'bankForeignCardCommissionRate' as const,
]

const commission = z.object({
  installment: z.number().int().min(1).max(12),
  cardBrandName: text,
  status: z.enum(['ACTIVE', 'PASSIVE']).default('ACTIVE'),
  blockageDay: z.number().int().nonnegative().default(0),
  installmentLabel: text,
  ...{ bankOnUsCreditCardCommissionRate: rate, bankNotOnUsCreditCardCommissionRate: rate },
  ...{ bankOnUsDebitCardCommissionRate: rate, bankNotOnUsDebitCardCommissionRate: rate },
  ...{ bankForeignCardCommissionRate: rate, merchantCommissionRate: rate },
})

export const updateCommissions = z.object({ commissions: z.array(commission).min(1) })

/** Throws the validation error that names the rate which has more than four decimals. */
export function commissionRow(row: z.output<typeof commission>, index: number): CommissionRow {
  const { installment, cardBrandName, status, blockageDay, installmentLabel } = row
  const read = (name: keyof typeof row) =>
    requireRate(`commissions[${index}].${name}`, Number(row[name] ?? 0))
  const given = BANK_RATES.filter((name) => row[name] !== undefined)
  return {
    ...{ installment, cardBrandName, status, blockageDay, installmentLabel },
    rates: Object.fromEntries(given.map((name) => [name, read(name)])),
    merchantRate: read('merchantCommissionRate'),
  }
}

function requireRate(field: string, percent: number): number {
  const scaled = toMinor(percent, 4)
  if (scaled !== undefined) return scaled
  throw ApiError.invalid('4331', {
    tr: `"${field}" en çok dört ondalıklı bir yüzde olmalıdır`,
    en: `"${field}" must be a percentage with at most four decimals`,
  })
}
