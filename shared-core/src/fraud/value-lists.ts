// Lists that the merchant's fraud rules name with an @: what is on one, and for how long.
// developer.craftgate.io/fraud-management/list-management
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { type CraftgateError, invalidRequest } from '../errors'
import { LIST_ERRORS, type ListField } from '../messages/fraud'

export const FRAUD_VALUE_TYPES = ['CARD', 'IP', 'PHONE_NUMBER', 'EMAIL', 'OTHER'] as const

export type FraudValueType = (typeof FRAUD_VALUE_TYPES)[number]

/** A value may be personal data: an address, a phone number. */
export interface FraudValue {
  readonly id: string
  readonly label?: string
  /** Of a card its fingerprint. */
  readonly value: string
  /** Seconds that it is still valid; absent: it stays. */
  readonly expiresInSeconds?: number
}

export interface FraudValueList {
  readonly name: string
  readonly values: readonly FraudValue[]
}

export interface NewFraudValue {
  /** Without the @ of the rules. A list that is not there yet is made. */
  readonly listName: string
  readonly type: FraudValueType
  /** Of every type but a card. */
  readonly value?: string
  /** Of a card: a payment that was made with it. Craftgate keeps the fingerprint of its card for two hours at most. */
  readonly paymentId?: number
  readonly label?: string
  /** Whole seconds; absent: it stays. */
  readonly durationInSeconds?: number
  /** The same key adds it once, however often it is sent. */
  readonly idempotencyKey: string
}

const valueShape = z
  .object({
    id: z.coerce.string(),
    label: z.string().nullish(),
    value: z.string().nullish(),
    expireInSeconds: z.number().nullish(),
  })
  .transform(
    ({ id, label, value, expireInSeconds }): FraudValue => ({
      id,
      label: label || undefined,
      value: value ?? '',
      expiresInSeconds: expireInSeconds ?? undefined,
    }),
  )

const listShape = z.object({
  name: z.string(),
  values: z
    .array(valueShape)
    .nullish()
    .transform((values) => values ?? []),
})
const listsShape = z.object({ items: z.array(z.object({ name: z.string() })) })

const listName = z.string().regex(/^\w{1,100}$/)
const seconds = z.int().positive()

/** The portal names the fields and which of them a card takes; that a value suits its type is said by no page. */
const newValue = z
  .object({
    listName,
    type: z.enum(FRAUD_VALUE_TYPES),
    value: z.string().min(1).max(255).optional(),
    paymentId: z.int().positive().optional(),
    label: z.string().max(255).optional(),
    durationInSeconds: seconds.optional(),
  })
  .superRefine(({ type, value, paymentId }, context) => {
    const isCard = type === 'CARD'
    const wrong = (key: ListField) => context.addIssue({ code: 'custom', path: [key] })
    if (isCard ? value !== undefined || paymentId === undefined : paymentId !== undefined) wrong('paymentId')
    else if (!isCard && !SUITS[type](value ?? '')) wrong('value')
  })

const SUITS: Readonly<Record<Exclude<FraudValueType, 'CARD'>, (value: string) => boolean>> = {
  IP: (value) => z.ipv4().safeParse(value).success,
  EMAIL: (value) => /^[^\s@]+@[^\s@]+$/.test(value),
  PHONE_NUMBER: (value) => /^\+?[\d ()-]{5,}$/.test(value),
  OTHER: (value) => value.trim() !== '',
}

/** Names alone; Craftgate tells neither types nor values with them. Throws CraftgateError. */
export async function retrieveListNames(client: CraftgateClient): Promise<readonly string[]> {
  const { items } = readAnswer(listsShape, await client.call('retrieveAllValueLists', {}), 'value lists')
  return items.map(({ name }) => name)
}

/** developer.craftgate.io/api/fraud-management/retrieve-list. Throws CraftgateError. */
export async function retrieveList(client: CraftgateClient, name: string): Promise<FraudValueList> {
  const path = { listName: checkedName(name) }
  return readAnswer(listShape, await client.call('retrieveValueList', { path }), 'a value list')
}

/**
 * developer.craftgate.io/api/fraud-management/add-value-to-list; a card by the clients' newer call, which says that the number
 * is a payment's and not that of a question about points. Throws a CraftgateError of code `bad-list-value` that says
 * which field is wrong, and when Craftgate refuses: a list of another type, a payment without a card.
 */
export async function addToList(
  client: CraftgateClient,
  { idempotencyKey, ...given }: NewFraudValue,
): Promise<void> {
  const read = newValue.safeParse(given)
  if (!read.success) throw wrongField(read.error.issues[0]?.path[0])
  if (read.data.type === 'CARD') return addCard(client, read.data, idempotencyKey)
  const body: RequestBody<'addValueToValueList'> = read.data
  await client.call('addValueToValueList', { body }, { idempotencyKey })
}

async function addCard(
  client: CraftgateClient,
  { listName, paymentId, label, durationInSeconds }: z.output<typeof newValue>,
  idempotencyKey: string,
): Promise<void> {
  const body: RequestBody<'addCardFingerprint'> = {
    ...{ operation: 'PAYMENT', operationId: String(paymentId) },
    ...{ label, durationInSeconds },
  }
  await client.call('addCardFingerprint', { path: { listName }, body }, { idempotencyKey })
}

/** developer.craftgate.io/api/fraud-management/remove-value-from-list. Throws CraftgateError. */
export async function removeFromList(client: CraftgateClient, name: string, valueId: string): Promise<void> {
  const path = { listName: checkedName(name), valueId }
  await client.call('removeValueFromValueList', { path })
}

/** developer.craftgate.io/api/fraud-management/delete-list. Throws CraftgateError. */
export async function deleteList(client: CraftgateClient, name: string): Promise<void> {
  await client.call('deleteValueList', { path: { listName: checkedName(name) } })
}

function checkedName(name: string): string {
  if (!listName.safeParse(name).success) throw wrongField('listName')
  return name
}

function wrongField(field: PropertyKey | undefined): CraftgateError {
  const known = Object.hasOwn(LIST_ERRORS, field ?? '') ? (field as ListField) : 'value'
  return invalidRequest('bad-list-value', LIST_ERRORS[known])
}
