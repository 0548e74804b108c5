import { answersUnderWay } from '../answers-under-way'
import type { Opener, StartResult } from '../commerce'
import { KeyedMutex } from '../keyed-mutex'
import type { CheckoutRecord } from '../platform'

type Start = (record: CheckoutRecord, opener: Opener) => Promise<StartResult>

/**
 * The openings of one pay link, one after the other in this process, so that many first openings at once start one page at
 * Craftgate instead of one each; those that ask for the same while an answer is on its way get that one. Between servers
 * the record's version decides: the page that is written second is closed again.
 */
export function oneOpeningAtATime(start: Start): Start {
  const queue = new KeyedMutex()
  const underWay = answersUnderWay<StartResult>()
  return (record, opener) => {
    const { reference } = record
    const { shopper, isActing, method, wantsPage } = opener
    const inTurn = () => queue.run(reference, () => start(record, opener))
    // Only the order's buyer can tell whose proof it is, so such an opening is like no other.
    // What a person typed is nobody else's.
    if (opener.provesToBe || opener.answers) return inTurn()
    return underWay(JSON.stringify([reference, shopper, isActing, method, wantsPage]), inTurn)
  }
}
