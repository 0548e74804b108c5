import type { EntityManager } from 'typeorm'
import { type GroupWinnerRow, groupWinnerEntity, type SessionRow } from '../database'

type Payment = Pick<SessionRow, 'id' | 'shop' | 'mode' | 'group'>

const groupOf = ({ shop, mode, group }: Payment) => ({ shop, mode, group: group ?? '' })

/** The payment that won the checkout group of this session, whichever session it came by. */
export async function findGroupWinner(
  manager: EntityManager,
  payment: Payment,
): Promise<GroupWinnerRow | undefined> {
  return (await manager.getRepository(groupWinnerEntity).findOneBy(groupOf(payment))) ?? undefined
}

/**
 * Makes a payment the winner of its checkout group unless another is. Of two at once, the second waits for the first and
 * answers what that came to.
 */
export async function winGroup(
  manager: EntityManager,
  payment: Payment,
  paymentId: number,
  at: Date,
): Promise<boolean> {
  const row = { ...groupOf(payment), sessionId: payment.id, paymentId, wonAt: at }
  await manager.createQueryBuilder().insert().into(groupWinnerEntity).values(row).orIgnore().execute()
  return isGroupWinner(await findGroupWinner(manager, payment), payment, paymentId)
}

export async function releaseGroup(
  manager: EntityManager,
  payment: Payment,
  paymentId: number,
): Promise<void> {
  await manager
    .getRepository(groupWinnerEntity)
    .delete({ ...groupOf(payment), sessionId: payment.id, paymentId })
}

/** Whatever payment of this session won the group. */
export async function releaseGroupOfSession(manager: EntityManager, payment: Payment): Promise<void> {
  await manager.getRepository(groupWinnerEntity).delete({ ...groupOf(payment), sessionId: payment.id })
}

export const isGroupWinner = (
  winner: GroupWinnerRow | undefined,
  { id }: Payment,
  paymentId: number,
): boolean => winner?.sessionId === id && winner.paymentId === paymentId
