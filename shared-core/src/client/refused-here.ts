import { CraftgateError } from '../errors'
import { SENTENCES } from './sentences'

/** The error for a call that was refused before anything was sent, because its values could do harm. */
export const refusedHere = (code: 'stray-path' | 'not-encodable'): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code,
    message: `Craftgate was not called: ${SENTENCES[code].en}`,
    retry: 'no',
    merchantMessage: SENTENCES[code],
  })
