import type { PaymentRef } from '@craftgate-commerce/core'
import type { EntityManager } from 'typeorm'
import { type GroupWinnerRow, groupWinnerEntity, type SessionRow } from '../database'

type Session = Pick<SessionRow, 'id' | 'shop' | 'mode' | 'group'>

const groupOf = ({ shop, mode, group }: Session) => ({ shop, mode, group: group ?? '' })

/** The payment that won the checkout group of this session, whichever session it came by. */
export async function findGroupWinner(
  manager: EntityManager,
  session: Session,
): Promise<GroupWinnerRow | undefined> {
  return (await manager.getRepository(groupWinnerEntity).findOneBy(groupOf(session))) ?? undefined
}

/**
 * Makes a payment the winner of its checkout group unless another is. Of two at once, the second waits for the first and
 * answers what that came to.
 */
export async function winGroup(
  manager: EntityManager,
  session: Session,
  { account, paymentId }: PaymentRef,
  at: Date,
): Promise<boolean> {
  const row = { ...groupOf(session), sessionId: session.id, account, paymentId, wonAt: at }
  await manager.createQueryBuilder().insert().into(groupWinnerEntity).values(row).orIgnore().execute()
  return isGroupWinner(await findGroupWinner(manager, session), session, { account, paymentId })
}

export async function releaseGroup(
  manager: EntityManager,
  session: Session,
  { account, paymentId }: PaymentRef,
): Promise<void> {
  await manager
    .getRepository(groupWinnerEntity)
    .delete({ ...groupOf(session), sessionId: session.id, account, paymentId })
}

/** Whatever payment of this session won the group. */
export async function releaseGroupOfSession(manager: EntityManager, session: Session): Promise<void> {
  await manager.getRepository(groupWinnerEntity).delete({ ...groupOf(session), sessionId: session.id })
}

export const isGroupWinner = (
  winner: GroupWinnerRow | undefined,
  { id }: Session,
  { account, paymentId }: PaymentRef,
): boolean => winner?.sessionId === id && winner.account === account && winner.paymentId === paymentId
