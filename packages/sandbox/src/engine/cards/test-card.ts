import { FAILING_CARDS, UNNAMED_BINS } from '../../data/failing-cards'
import { FOREIGN_CARDS, SUCCESSFUL_CARDS } from '../../data/successful-cards'

export type CardType = 'CREDIT_CARD' | 'DEBIT_CARD' | 'PREPAID_CARD'

/** What the first eight digits tell. */
export interface Bin {
  readonly bin: string
  readonly bankName: string
  readonly type: CardType
  readonly brand: string
  readonly association: string
  readonly commercial: boolean
  readonly foreign: boolean
}

/** Steps at which a documented card may fail; `verify` is answered with its mdStatus instead of a group. */
export type FailingStep = 'pay' | 'init' | 'verify' | 'complete' | 'preAuth' | 'postAuth' | 'refund'

/** A documented card: its BIN and where it fails. The number itself is known only here. */
export interface TestCard {
  readonly bin: Bin
  readonly lastFour: string
  readonly fails: Partial<Record<FailingStep, string>>
}

const TYPES: Record<string, CardType> = { C: 'CREDIT_CARD', D: 'DEBIT_CARD', P: 'PREPAID_CARD' }
const lines = (table: string) => table.trim().split('\n')
const numbers = new Map<string, TestCard>()
const bins = new Map<string, Bin>()

function readBin(line: string, foreign: boolean): Bin {
  const [number = '', bankName = '', type = 'C', brand = '', association = '', segment] = line.split('|')
  const bin = number.slice(0, 8)
  return {
    bin,
    bankName,
    type: TYPES[type] ?? 'CREDIT_CARD',
    brand,
    association,
    commercial: segment === 'T',
    foreign,
  }
}

function learnSuccessful(table: string, foreign: boolean): void {
  for (const line of lines(table)) {
    const bin = readBin(line, foreign)
    const number = line.slice(0, line.indexOf('|'))
    bins.set(bin.bin, bin)
    numbers.set(number, { bin, lastFour: number.slice(-4), fails: {} })
  }
}

function learnFailing(line: string): void {
  const [number = '', step = '', what = ''] = line.split('|')
  const bin = bins.get(number.slice(0, 8))
  if (!bin) throw new Error(`No BIN for the failing card line ${line.slice(0, 8)}`)
  const fails = { ...numbers.get(number)?.fails, [step]: what.replace('mdStatus ', '') }
  numbers.set(number, { bin, lastFour: number.slice(-4), fails })
}

learnSuccessful(SUCCESSFUL_CARDS, false)
learnSuccessful(FOREIGN_CARDS, true)
for (const line of lines(UNNAMED_BINS)) bins.set(line.slice(0, 8), readBin(line, false))
for (const line of lines(FAILING_CARDS)) learnFailing(line)

const byMask = new Map([...numbers.values()].map((card) => [`${card.bin.bin}|${card.lastFour}`, card]))

/** The documented card with this number. Every other number is refused, as the portal says. */
export const cardByNumber = (number: string): TestCard | undefined => numbers.get(number)

/** The documented card with this BIN and ending; enough to know it, so that no card number is ever kept. */
export const cardByMask = (bin: string, lastFour: string): TestCard | undefined =>
  byMask.get(`${bin}|${lastFour}`)

/** The same for a card that is told by six or eight of its first digits. */
export const cardByEnds = (digits: string, lastFour: string): TestCard | undefined =>
  [...numbers.values()].find((card) => card.bin.bin.startsWith(digits) && card.lastFour === lastFour)

/**
 * A BIN by its first eight digits, or by the first six that older integrations send. Documented cards have their own
 * facts; every other BIN of a card association is one of a bank abroad.
 */
export function binByDigits(digits: string): Bin | undefined {
  if (digits.length < 6) return undefined
  const bin = digits.slice(0, 8)
  const documented =
    bin.length === 8 ? bins.get(bin) : [...bins.values()].find((candidate) => candidate.bin.startsWith(bin))
  return documented ?? binAbroad(bin)
}

const ASSOCIATIONS: readonly (readonly [RegExp, string, string])[] = [
  [/^4/, 'VISA', 'Visa'],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 'MASTER_CARD', 'Master Card'],
  [/^3[47]/, 'AMEX', 'American Express'],
  [/^(9792|65)/, 'TROY', 'Troy'],
  [/^3(0|6|8|9)/, 'DINERS_CLUB', 'Diners Club'],
  [/^35/, 'JCB', 'JCB'],
  [/^62/, 'UNION_PAY', 'Union Pay'],
  [/^6011/, 'DISCOVER', 'Discover'],
  [/^(50|5[6-9]|6)/, 'MAESTRO', 'Maestro'],
]

function binAbroad(bin: string): Bin | undefined {
  const found = ASSOCIATIONS.find(([digits]) => digits.test(bin))
  if (!found) return undefined
  const [, association, brand] = found
  const type = association === 'MAESTRO' ? 'DEBIT_CARD' : 'CREDIT_CARD'
  return { bin, bankName: 'FOREIGN BANK', type, brand, association, commercial: false, foreign: true }
}

export const allTestCards = (): ReadonlyMap<string, TestCard> => numbers
