import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { FraudValue, FraudValueList, FraudValueType } from './value-list'

export const listsOf = ({ state }: SandboxContext, merchant: string): readonly FraudValueList[] =>
  state.fraudValueLists.filter((list) => list.merchant === merchant)

/** A merchant's list. Throws a validation error when there is none. */
export function requireList(ctx: SandboxContext, merchant: string, name: string): FraudValueList {
  const found = listsOf(ctx, merchant).find((list) => list.name === name)
  if (found) return found
  throw NO_LIST
}

/** The list of this name, made if need be. Throws a validation error when it holds another kind of values. */
export function openList(
  ctx: SandboxContext,
  merchant: string,
  { name, type }: { readonly name: string; readonly type: FraudValueType },
): FraudValueList {
  const found = listsOf(ctx, merchant).find((list) => list.name === name)
  if (found && found.type !== type) throw OTHER_TYPE
  if (found) return found
  const list: FraudValueList = { merchant, name, type, values: [] }
  ctx.state.fraudValueLists.push(list)
  return list
}

/** The same value again is kept once, with its new label and its new end. */
export function addValue(
  ctx: SandboxContext,
  list: FraudValueList,
  added: { readonly value: string; readonly label?: string; readonly durationInSeconds?: number },
): void {
  const { value, label, durationInSeconds: seconds } = added
  const expiresAt = seconds === undefined ? undefined : ctx.clock.now() + seconds * 1000
  const known = valuesOf(ctx, list).find((kept) => kept.value === value)
  if (known) Object.assign(known, { label, expiresAt })
  else list.values.push({ id: randomUUID(), value, label, expiresAt })
}

/** What a list holds by now; what has ended is forgotten on the way. */
export function valuesOf({ clock }: SandboxContext, list: FraudValueList): readonly FraudValue[] {
  const now = clock.now()
  list.values = list.values.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
  return list.values
}

/** Throws a validation error when the list has no such value. */
export function removeValue(ctx: SandboxContext, list: FraudValueList, id: string): void {
  if (!valuesOf(ctx, list).some((value) => value.id === id)) throw NO_VALUE
  list.values = list.values.filter((value) => value.id !== id)
}

export function deleteList({ state }: SandboxContext, list: FraudValueList): void {
  state.fraudValueLists.splice(state.fraudValueLists.indexOf(list), 1)
}

const NO_LIST = ApiError.invalid('4180', {
  tr: 'Değer listesi bulunamadı',
  en: 'The value list was not found',
})
const OTHER_TYPE = ApiError.invalid('4181', {
  tr: 'Değer listesi başka bir tipte tanımlı',
  en: 'The value list has another type',
})
const NO_VALUE = ApiError.invalid('4182', { tr: 'Değer bulunamadı', en: 'The value was not found' })
