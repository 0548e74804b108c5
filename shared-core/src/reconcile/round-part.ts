import { z } from 'zod'
import { CraftgateError } from '../errors'
import { BAD_PART } from '../messages/operations'

/** What a round asks about, in this order. */
const STAGES = ['checkouts', 'operations', 'wallets'] as const
type Stage = (typeof STAGES)[number]

const placeShape = z.object({
  stage: z.enum(STAGES),
  /** When the round began: what becomes due later belongs to another one. Milliseconds, as all times here. */
  began: z.int(),
  /** Of rows that are listed again: when the last ones that were looked at were written, and which they are. */
  at: z.int().optional(),
  keys: z.array(z.string()).optional(),
})
type Place = z.output<typeof placeShape>

interface Row {
  readonly account: string
  readonly key: string
  readonly updatedAt: Date
}

const MOST = 20

/**
 * A round of reconcile, or a part of it: passes at most 20 rows on, and says then where the next part begins. Nothing is
 * kept between two parts but what `next` says, so that any server may make the next one, or none.
 */
export class RoundPart {
  private left: number
  private place: Place
  private isEnded = false

  /** `after`: absent for the whole round; else empty, or `next` of the part before. Throws CraftgateError (invalid-request). */
  constructor(after: string | undefined, now: Date) {
    this.left = after === undefined ? Number.POSITIVE_INFINITY : MOST
    this.place = after ? placeOf(after) : { stage: STAGES[0], began: now.getTime() }
  }

  get began(): Date {
    return new Date(this.place.began)
  }

  /** Where the next part begins; undefined at the end of the round. */
  get next(): string | undefined {
    return this.isEnded ? Buffer.from(JSON.stringify(this.place)).toString('base64url') : undefined
  }

  /** Rows that are listed no more when they were looked at. */
  async *leaving<T>(stage: Stage, rows: AsyncIterable<T>): AsyncGenerator<T> {
    if (!this.enter(stage)) return
    for await (const row of rows) {
      if (this.isFull()) return
      yield row
    }
  }

  /** Rows that may be listed again, oldest first. */
  async *staying<T extends Row>(stage: Stage, rows: AsyncIterable<T>): AsyncGenerator<T> {
    if (!this.enter(stage)) return
    for await (const row of rows) {
      if (this.wasSeen(row)) continue
      if (this.isFull()) return
      this.see(row)
      yield row
    }
  }

  /** The next part begins with the next stage: what is left of this one would come again and again. */
  passOver(stage: Stage): void {
    const next = STAGES[STAGES.indexOf(stage) + 1]
    if (this.place.stage === stage && next !== undefined)
      this.place = { stage: next, began: this.place.began }
  }

  private enter(stage: Stage): boolean {
    if (this.isEnded || STAGES.indexOf(stage) < STAGES.indexOf(this.place.stage)) return false
    if (this.place.stage !== stage) this.place = { stage, began: this.place.began }
    return true
  }

  private isFull(): boolean {
    this.isEnded = this.left === 0
    this.left -= 1
    return this.isEnded
  }

  private wasSeen(row: Row): boolean {
    const { at, keys = [] } = this.place
    if (at === undefined) return false
    const written = row.updatedAt.getTime()
    return written < at || (written === at && keys.includes(nameOf(row)))
  }

  private see(row: Row): void {
    const at = row.updatedAt.getTime()
    const before = this.place.at === at ? (this.place.keys ?? []) : []
    this.place = { ...this.place, at, keys: [...before, nameOf(row)] }
  }
}

const nameOf = ({ account, key }: Row): string => `${account} ${key}`

function placeOf(text: string): Place {
  try {
    return placeShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new CraftgateError({
      kind: 'invalid-request',
      code: 'bad-part',
      message: BAD_PART.en,
      retry: 'no',
      merchantMessage: BAD_PART,
    })
  }
}
