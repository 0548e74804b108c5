import { bankCode } from '../../engine/cards/bank-code'
import { commissionRows } from '../../engine/pos/commissions'
import { isFacilitator } from '../../engine/pos/integrators'
import { type MerchantPos, sellsInstallments } from '../../engine/pos/merchant-pos'
import type { Merchant } from '../../seed/seed'
import { rateNumber } from '../payments/transaction-view'

/** A POS as the API tells it; its keys and passwords are never told again (our reading). */
export function posView(merchant: Merchant, pos: MerchantPos) {
  const { id, alias, name, bank, status, integrator, autopilot, authenticationTypes, cardAssociations } = pos
  return {
    ...{ hostname: 'localhost', mode: 'TEST', ...pos.terminal },
    ...{ id, alias, name, bankId: bankCode(bank), bankName: bank, status, posIntegrator: integrator },
    ...{ isPf: isFacilitator(integrator), currency: pos.currencies[0] },
    orderNumber: merchant.poses.findIndex((one) => one.id === id) + 1,
    ...{ enableForeignCard: pos.foreignCards, enableInstallment: sellsInstallments(pos) },
    ...(status === 'AUTOPILOT' ? { autopilotState: autopilot } : {}),
    enabledPaymentAuthenticationTypes: authenticationTypes,
    ...{ supportedCardAssociations: cardAssociations, merchantPosUsers: pos.users },
  }
}

/** Ids count the rows. */
export const commissionViews = (pos: MerchantPos) =>
  commissionRows(pos).map(({ rates, merchantRate, ...row }, index) => ({
    ...{ id: index + 1, ...row, merchantCommissionRate: rateNumber(merchantRate) },
    ...Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rateNumber(rate)])),
  }))
