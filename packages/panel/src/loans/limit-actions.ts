import { CraftgateError, type LoanLimit, money } from '@craftgate-commerce/core'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import { notAllowedPage } from '../ui/notice-page'
import { moneyText } from '../ui/texts'
import { type LimitStep, limitPage } from './limit-page'
import { loanWords } from './words'

/** The only lender that is known to tell a limit. */
const LENDER = 'ZIP'

/** POST /loans/limit: a code goes to the customer's phone. */
export async function askLimit(request: UserRequest): Promise<Response> {
  if (!may(request, 'settle')) return notAllowedPage(request)
  const { commerce } = request
  const { given, merchant } = await read(request)
  const [phone, identityNumber, birthDate] = ['phone', 'identityNumber', 'birthDate'].map(given) as [
    string,
    string,
    string,
  ]
  const question = { merchant, lender: LENDER, phone, identityNumber, birthDate } as const
  const answer = await asked(request, () => commerce.askLoanLimit(question))
  return limitPage(request, stepAfter(request, answer, { before: 'ask', inquiry: { merchant, phone } }))
}

/** POST /loans/limit/code: with the code the lender says the limit. */
export async function completeLimit(request: UserRequest): Promise<Response> {
  if (!may(request, 'settle')) return notAllowedPage(request)
  const { commerce } = request
  const { given, merchant } = await read(request)
  const [phone, code] = ['phone', 'code'].map(given) as [string, string]
  const answer = await asked(request, () =>
    commerce.completeLoanLimit({ merchant, lender: LENDER, phone, code }),
  )
  return limitPage(request, stepAfter(request, answer, { before: 'code', inquiry: { merchant, phone } }))
}

async function read({ c, user }: UserRequest) {
  const form = new URLSearchParams(await c.req.text())
  const given = (name: string) => (form.get(name) ?? '').trim()
  const [first = ''] = user.merchants
  return { given, merchant: user.merchants.includes(given('merchant')) ? given('merchant') : first }
}

/** Who was asked about is not written down; that somebody was is. */
async function asked(
  request: UserRequest,
  ask: () => Promise<LoanLimit>,
): Promise<LoanLimit | CraftgateError> {
  await audit(request, 'asked-loan-limit')
  return ask().catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
}

function stepAfter(
  { lang }: UserRequest,
  answer: LoanLimit | CraftgateError,
  { before, inquiry }: { readonly before: LimitStep['step']; readonly inquiry: LimitStep['inquiry'] },
): LimitStep {
  const loans = loanWords[lang]
  if (CraftgateError.is(answer))
    return { step: before, inquiry, said: { text: answer.merchantMessage[lang], tone: 'bad' } }
  switch (answer.state) {
    case 'code-sent':
      return { step: 'code', inquiry, said: { text: loans.codeSent, tone: 'calm' } }
    case 'refused':
      return { step: before, inquiry, said: { text: loans.refused, tone: 'bad' } }
    case 'known':
      return { step: 'ask', said: { text: limitText(answer.facts, lang), tone: 'good' } }
  }
}

/** Zip says `limit`, in lira. */
function limitText({ limit }: Readonly<Record<string, unknown>>, lang: UserRequest['lang']): string {
  const loans = loanWords[lang]
  const lira = Number(limit)
  if (limit === undefined || !Number.isFinite(lira)) return loans.knownWithout
  return loans.known(moneyText(money(Math.round(lira * 100), 'TRY'), lang))
}
