// developer.craftgate.io/api/bank-account-tracking
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { momentOf } from '../istanbul-time'
import { isCurrency, type Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'

/** A transfer as the bank told it. Names and IBAN are personal data: shown to the merchant, kept by nobody here. */
export interface BankTransfer {
  readonly id: number
  readonly amount: Money
  readonly senderName: string
  readonly senderIban: string
  readonly description: string
  /** Absent where Craftgate does not tell it. */
  readonly receivedAt?: Date
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

const transferShape = z
  .object({
    id: idShape,
    amount: amountShape,
    currency: z.string().refine(isCurrency),
    senderName: text,
    senderIban: text,
    description: text,
    recordDate: text,
    recordType: z.string().nullish(),
  })
  .transform(({ amount, currency, recordDate, ...transfer }) => ({
    ...transfer,
    amount: readAmount(amount, currency),
    receivedAt: momentOf(recordDate),
  }))

const pageShape = z.object({ items: z.array(transferShape), totalSize: z.number().nullish() })

const TRANSFER = 'a bank account record'
export const TRANSFERS_A_PAGE = 25

/** Newest first; `page` counts from 0. What was sent out of the account is left out. */
export async function searchTransfers(
  client: CraftgateClient,
  page: number,
): Promise<{ readonly transfers: readonly BankTransfer[]; readonly count: number }> {
  const query = { page, size: TRANSFERS_A_PAGE }
  const answer: unknown = await client.call('searchBankAccountRecords', { query })
  const { items, totalSize } = readAnswer(pageShape, answer, TRANSFER)
  return { transfers: items.filter(cameIn).map(told), count: totalSize ?? items.length }
}

/** Undefined for what was sent out of the account. Throws CraftgateError. */
export async function retrieveTransfer(
  client: CraftgateClient,
  id: number,
): Promise<BankTransfer | undefined> {
  const answer: unknown = await client.call('retrieveBankAccountRecord', { path: { id } })
  const transfer = readAnswer(transferShape, answer, TRANSFER)
  return cameIn(transfer) ? told(transfer) : undefined
}

type Read = z.output<typeof transferShape>

const cameIn = ({ recordType }: Read): boolean => recordType !== 'SEND'

const told = ({ recordType: _type, ...transfer }: Read): BankTransfer => transfer
