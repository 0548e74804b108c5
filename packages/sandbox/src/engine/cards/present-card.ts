import { ApiError } from '../../errors/api-error'
import { localTime } from '../clock/istanbul'
import type { SandboxContext } from '../context'
import { appleCardOf } from '../device-cards/apple-token'
import type { PaymentCard } from './card'
import { requireStoredCard } from './card-storage'
import { type Bin, binByDigits, cardByEnds, cardByMask, cardByNumber, type TestCard } from './test-card'

/** A card as a request or the hosted page brings it. */
export interface NewCard {
  readonly cardHolderName: string
  readonly cardNumber: string
  readonly expireYear: string
  readonly expireMonth: string
  readonly cvc?: string
  readonly cardAlias?: string
  readonly cardUserKey?: string
  readonly storeCardAfterSuccessPayment?: boolean
}

export interface StoredCardInput {
  readonly cardUserKey: string
  readonly cardToken: string
}

/** A card of an insurer's customer: its ends, and who has it. */
export interface InsuredCard {
  readonly cardHolderIdentityNumber: string
  readonly binNumber: string
  readonly lastFourDigits: string
}

/** A card of a device (Apple Pay), as its token brings it. */
export interface TokenizedCard {
  readonly tokenizedCard: { readonly data?: unknown }
}

/** A card that was checked. `known` is absent for every number that the portal does not list. */
export interface PresentedCard {
  readonly facts: PaymentCard
  readonly bin?: Bin
  readonly known?: TestCard
}

/** Checks and reads a card. Throws a validation error; the number goes no further than this function. */
export function presentCard(
  ctx: SandboxContext,
  merchant: string,
  input: NewCard | StoredCardInput | InsuredCard | TokenizedCard,
): PresentedCard {
  if ('tokenizedCard' in input) return appleCardOf(input.tokenizedCard.data)
  if ('cardHolderIdentityNumber' in input) return presentInsured(input)
  return 'cardToken' in input ? presentStored(ctx, merchant, input) : presentNew(ctx, input)
}

function presentNew(ctx: SandboxContext, card: NewCard): PresentedCard {
  const number = card.cardNumber.replace(/\s/g, '')
  if (!/^\d{13,19}$/.test(number)) throw INVALID_NUMBER
  const expiry = checkedExpiry(ctx.clock.now(), card.expireYear, card.expireMonth)
  const bin = binByDigits(number)
  checkCvc(card.cvc, bin)
  const facts: PaymentCard = {
    bin: number.slice(0, 8),
    lastFour: number.slice(-4),
    holder: card.cardHolderName.trim(),
    stored: false,
    cardUserKey: card.cardUserKey,
    storeAfterSuccess: card.storeCardAfterSuccessPayment === true,
    alias: card.cardAlias,
    ...expiry,
  }
  return { facts, bin, known: cardByNumber(number) }
}

function presentStored(ctx: SandboxContext, merchant: string, input: StoredCardInput): PresentedCard {
  const card = requireStoredCard(ctx, merchant, input)
  const facts: PaymentCard = {
    bin: card.bin.bin,
    lastFour: card.lastFour,
    holder: card.holder,
    stored: true,
    cardUserKey: card.cardUserKey,
    cardToken: card.cardToken,
    storeAfterSuccess: false,
    ...checkedExpiry(ctx.clock.now(), card.expireYear, card.expireMonth),
  }
  return { facts, bin: card.bin, known: cardByMask(card.bin.bin, card.lastFour) }
}

/** The POS of an insurer takes it (developer.craftgate.io/api/payment/create-payment); the emulator's all do. */
function presentInsured({ binNumber, lastFourDigits }: InsuredCard): PresentedCard {
  const known = cardByEnds(binNumber, lastFourDigits)
  const bin = known?.bin ?? binByDigits(binNumber)
  const facts: PaymentCard = {
    ...{ bin: bin?.bin ?? binNumber, lastFour: lastFourDigits, holder: '' },
    ...{ stored: false, storeAfterSuccess: false, expireYear: '', expireMonth: '' },
  }
  return { facts, bin, known }
}

/** 4152 is the one validation code that the portal prints (developer.craftgate.io/error-groups). */
export function checkedExpiry(
  now: number,
  year: string,
  month: string,
): { expireYear: string; expireMonth: string } {
  const expireYear = year.length === 2 ? `20${year}` : year
  const expireMonth = month.padStart(2, '0')
  const current = localTime(now)
  if (!/^\d{4}$/.test(expireYear) || expireYear < current.slice(0, 4)) throw invalidYear(year)
  const pastMonth = expireYear === current.slice(0, 4) && expireMonth < current.slice(5, 7)
  if (!/^(0[1-9]|1[0-2])$/.test(expireMonth) || pastMonth) throw invalidMonth(month)
  return { expireYear, expireMonth }
}

function checkCvc(cvc: string | undefined, bin: Bin | undefined): void {
  if (cvc === undefined) throw NO_CVC
  const length = bin?.association === 'AMEX' ? /^\d{4}$/ : /^\d{3,4}$/
  if (!length.test(cvc)) throw INVALID_CVC
}

const INVALID_NUMBER = ApiError.invalid('4150', {
  tr: 'Kart numarası geçersiz',
  en: 'The card number is not valid',
})
const NO_CVC = ApiError.invalid('4155', {
  tr: 'Kart güvenlik kodu zorunludur',
  en: 'The CVC is missing',
})
const INVALID_CVC = ApiError.invalid('4154', {
  tr: 'Kart güvenlik kodu geçersiz',
  en: 'The CVC is not valid',
})

const invalidYear = (year: string) =>
  ApiError.invalid('4152', {
    tr: `Kart son kullanma yılı "${year}" geçersiz`,
    en: `The expiry year "${year}" is not valid`,
  })

const invalidMonth = (month: string) =>
  ApiError.invalid('4153', {
    tr: `Kart son kullanma ayı "${month}" geçersiz`,
    en: `The expiry month "${month}" is not valid`,
  })
