import type { EntityManager } from 'typeorm'
import { type ClaimRow, claimEntity, type SessionRow } from '../database'

type Payment = Pick<SessionRow, 'id' | 'shop' | 'mode' | 'group'>

const checkoutOf = ({ shop, mode, group }: Payment) => ({ shop, mode, group: group ?? '' })

/** The payment that holds the checkout of this session, whichever session it came by. */
export async function claimOf(manager: EntityManager, payment: Payment): Promise<ClaimRow | undefined> {
  return (await manager.getRepository(claimEntity).findOneBy(checkoutOf(payment))) ?? undefined
}

/**
 * Claims the checkout for a payment unless another holds it. Of two that claim at once, the second waits for the first
 * and answers what that came to.
 */
export async function claim(
  manager: EntityManager,
  payment: Payment,
  paymentId: number,
  at: Date,
): Promise<boolean> {
  const row = { ...checkoutOf(payment), sessionId: payment.id, paymentId, claimedAt: at }
  await manager.createQueryBuilder().insert().into(claimEntity).values(row).orIgnore().execute()
  return isHeldBy(await claimOf(manager, payment), payment, paymentId)
}

export async function release(manager: EntityManager, payment: Payment, paymentId: number): Promise<void> {
  await manager
    .getRepository(claimEntity)
    .delete({ ...checkoutOf(payment), sessionId: payment.id, paymentId })
}

/** Whatever payment of this session holds the checkout. */
export async function releaseOf(manager: EntityManager, payment: Payment): Promise<void> {
  await manager.getRepository(claimEntity).delete({ ...checkoutOf(payment), sessionId: payment.id })
}

export const isHeldBy = (held: ClaimRow | undefined, { id }: Payment, paymentId: number): boolean =>
  held?.sessionId === id && held.paymentId === paymentId
