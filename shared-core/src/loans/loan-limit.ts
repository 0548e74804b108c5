// How much a lender would lend a buyer, asked before there is an order: a one-time code goes to the buyer's phone, and what
// the lender says comes with the code. No page of the portal describes it: the fields are the official clients'.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { unreadableAnswer } from '../client/errors'
import { readAnswer } from '../client/read-answer'
import { invalidRequest } from '../errors'
import { badApplicant } from '../messages/loan-limit'
import type { MethodName } from '../methods/index'
import { mobileDigits } from '../mobile-digits'

/** One inquiry: the same merchant, lender and phone ask for the code and hand it in. */
interface Inquiry {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly lender: MethodName
  /** The merchant's contract with the lender, by its number at Craftgate (`retrieveMerchantApms`), where there are several. */
  readonly contract?: number
  /** A Turkish mobile. */
  readonly phone: string
}

export interface LoanLimitQuestion extends Inquiry {
  readonly identityNumber: string
  /** YYYY-MM-DD */
  readonly birthDate: string
}

export interface LoanLimitCode extends Inquiry {
  readonly code: string
}

/**
 * code-sent: the buyer reads a one-time code on his phone. known: `facts` is what the lender says, by its own names (Zip:
 * `limit`, in lira). refused: by the lender, or for a wrong code.
 */
export type LoanLimit =
  | { readonly state: 'code-sent' }
  | { readonly state: 'known'; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly state: 'refused'; readonly message?: string }

export interface LoanLimits {
  /** Throws a CraftgateError of code `bad-applicant` that names the field, and when Craftgate refuses or cannot be asked. */
  askLoanLimit(question: LoanLimitQuestion): Promise<LoanLimit>
  /** Throws as `askLoanLimit` does; also when no code was asked for, or too long ago. */
  completeLoanLimit(code: LoanLimitCode): Promise<LoanLimit>
}

type InitBody = RequestBody<'initBnplLimitInquiry'>

const phone = z.string().transform((typed, context) => {
  const digits = mobileDigits(typed)
  if (digits !== undefined) return digits
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

const applicant = z.object({
  phone,
  identityNumber: z.string().regex(/^[1-9]\d{10}$/),
  birthDate: z.iso.date(),
})
const withCode = z.object({ phone, code: z.string().regex(/^[A-Za-z0-9]{4,12}$/) })

const answerShape = z.object({
  paymentStatus: z.string().nullish(),
  additionalAction: z.string().nullish(),
  apmAdditionalAction: z.string().nullish(),
  additionalData: z.record(z.string(), z.unknown()).nullish(),
  errorMessage: z.string().nullish(),
})

export function createLoanLimits({
  clientFor,
}: {
  readonly clientFor: (merchant: string) => CraftgateClient
}): LoanLimits {
  return {
    async askLoanLimit(question) {
      const { phone: buyerPhoneNumber, identityNumber, birthDate } = checked(applicant, question)
      const additionalParams = {
        buyerPhoneNumber,
        buyerIdentityNumber: identityNumber,
        buyerBirthdate: birthDate,
      }
      const body = { ...lenderOf(question), additionalParams }
      const limits = { idempotencyKey: randomUUID() }
      return limitOf(await clientFor(question.merchant).call('initBnplLimitInquiry', { body }, limits))
    },
    async completeLoanLimit(typed) {
      const { phone: buyerPhoneNumber, code: otpCode } = checked(withCode, typed)
      const body = { ...lenderOf(typed), additionalParams: { buyerPhoneNumber, otpCode } }
      const limits = { idempotencyKey: randomUUID() }
      return limitOf(await clientFor(typed.merchant).call('completeBnplLimitInquiry', { body }, limits))
    },
  }
}

const lenderOf = ({ lender, contract }: Inquiry) => ({
  apmType: lender as InitBody['apmType'],
  ...(contract !== undefined && { merchantApmId: contract }),
})

function checked<T>(shape: z.ZodType<T>, given: unknown): T {
  const { data, error } = shape.safeParse(given)
  if (data !== undefined) return data
  throw invalidRequest('bad-applicant', badApplicant(String(error?.issues[0]?.path[0])))
}

function limitOf(answer: unknown): LoanLimit {
  const read = readAnswer(answerShape, answer, 'a loan limit')
  const { paymentStatus, additionalAction, apmAdditionalAction, additionalData, errorMessage } = read
  if (paymentStatus === 'SUCCESS') return { state: 'known', facts: additionalData ?? {} }
  if (paymentStatus === 'FAILURE') return { state: 'refused', message: errorMessage ?? undefined }
  if ((additionalAction ?? apmAdditionalAction) === 'OTP_REQUIRED') return { state: 'code-sent' }
  throw unreadableAnswer('a loan limit', undefined)
}
