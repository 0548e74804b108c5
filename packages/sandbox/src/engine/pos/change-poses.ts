import type { Schema } from '@craftgate-commerce/openapi'
import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { seedPos } from '../../seed/seed-pos'
import { bankCode } from '../cards/bank-code'
import { nextFreeId, type SandboxContext } from '../context'
import { bankOf } from './integrators'
import { type MerchantPos, NEW_POS, type PosUser, posesOfSeed } from './merchant-pos'

export interface PosChange
  extends Partial<
    Pick<
      MerchantPos,
      'name' | 'foreignCards' | 'enableInstallment' | 'authenticationTypes' | 'cardAssociations' | 'terminal'
    >
  > {
  readonly users?: readonly (Omit<PosUser, 'id'> & { readonly id?: number })[]
  /** Its place in the merchant's order, from 1. */
  readonly orderNumber?: number
}

export interface NewPos extends PosChange {
  readonly name: string
  readonly integrator: Schema<'PosIntegrator'>
  readonly currency: string
  readonly status: MerchantPos['status']
}

/**
 * Creates a POS. Its alias is made like the one that the portal prints, "62-garanti-59": bank, integrator, number. It sells
 * no instalments before it has commissions.
 */
export function createPos(ctx: SandboxContext, merchant: Merchant, made: NewPos): MerchantPos {
  const { name, integrator, currency, status, orderNumber = merchant.poses.length + 1 } = made
  const taken = merchant.poses.map((pos) => pos.id)
  const id = nextFreeId(ctx, merchant.apiKey, taken)
  const bank = bankOf(integrator)
  const alias = `${bankCode(bank)}-${integrator.toLowerCase()}-${id}`
  const pos: MerchantPos = {
    ...{ ...NEW_POS, ...seedPos.parse({ alias, name, bank, currencies: [currency] }) },
    ...{ id, integrator, status },
  }
  return place(ctx, merchant, changed(pos, made), orderNumber)
}

/** Changes a POS; what is left out stays as it was. Throws a validation error for a user that it does not have. */
export function changePos(
  ctx: SandboxContext,
  merchant: Merchant,
  pos: MerchantPos,
  change: PosChange,
): MerchantPos {
  const { orderNumber = merchant.poses.indexOf(pos) + 1 } = change
  return place(ctx, merchant, changed(pos, change), orderNumber)
}

/** Puts a changed POS in the place of the one with its id, and keeps the state's copy. */
export function replacePos(ctx: SandboxContext, merchant: Merchant, pos: MerchantPos): MerchantPos {
  const at = merchant.poses.findIndex(({ id }) => id === pos.id)
  return place(ctx, merchant, pos, at + 1)
}

/** Takes a POS away; its payments keep its name. */
export function deletePos(ctx: SandboxContext, merchant: Merchant, pos: MerchantPos): void {
  keep(
    ctx,
    merchant,
    merchant.poses.filter(({ id }) => id !== pos.id),
  )
}

/** The seed's POSes again, for every merchant. */
export function restorePoses({ state, merchants }: SandboxContext): void {
  merchants.forEach((merchant, at) => {
    merchant.poses = posesOfSeed(merchant.seedPoses, at)
  })
  state.poses = {}
}

function place(ctx: SandboxContext, merchant: Merchant, pos: MerchantPos, orderNumber: number): MerchantPos {
  const others = merchant.poses.filter(({ id }) => id !== pos.id)
  keep(ctx, merchant, others.toSpliced(orderNumber - 1, 0, pos))
  return pos
}

function keep({ state }: SandboxContext, merchant: Merchant, poses: MerchantPos[]): void {
  merchant.poses = poses
  state.poses[merchant.apiKey] = poses
}

function changed(
  pos: MerchantPos,
  { users, orderNumber: _order, terminal, ...change }: PosChange,
): MerchantPos {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const kept = Object.entries(terminal ?? {}).filter(([, value]) => value !== undefined)
  return {
    ...{ ...pos, ...said },
    terminal: { ...pos.terminal, ...Object.fromEntries(kept) },
    users: users ? usersOf(pos, users) : pos.users,
  }
}

/** The whole list is replaced; a user without a number is new. */
function usersOf({ users }: MerchantPos, wanted: NonNullable<PosChange['users']>): readonly PosUser[] {
  let last = Math.max(0, ...users.map(({ id }) => id))
  return wanted.map((user) => {
    if (user.id === undefined) {
      last += 1
      return { ...user, id: last }
    }
    if (!users.some(({ id }) => id === user.id)) throw unknownUser(user.id)
    return { ...user, id: user.id }
  })
}

const unknownUser = (id: number) =>
  ApiError.invalid('4330', {
    tr: `POS kullanıcısı bulunamadı: ${id}`,
    en: `The POS has no user ${id}`,
  })
