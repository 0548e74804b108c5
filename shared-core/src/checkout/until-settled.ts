import { CraftgateError } from '../errors'

/** Each lost race means that somebody else made progress, so a handful is plenty. */
const TRIES = 8

/** Repeats work that lost a race ('conflict') with what the winner wrote, a bounded number of times. */
export async function untilSettled<T>(work: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const result = await work()
    if (result !== 'conflict') return result
  }
  throw new CraftgateError({
    kind: 'unavailable',
    code: 'busy',
    message: 'The checkout is being written by too many at once; try again',
    retry: 'same-key',
    merchantMessage: {
      tr: 'Ödeme kaydı şu anda başka bir işlem tarafından güncelleniyor; lütfen tekrar deneyin.',
      en: 'The checkout is being updated by somebody else right now; please try again.',
    },
  })
}
