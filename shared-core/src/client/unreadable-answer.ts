import { CraftgateError } from '../errors'

/** An answer of Craftgate that does not say what it must; it is worth another try. */
export const unreadableAnswer = (what: string, cause: unknown): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-answer',
    message: `Craftgate's answer about ${what} cannot be read`,
    retry: 'same-key',
    merchantMessage: {
      tr: 'Craftgate okunabilir bir yanıt vermedi; biraz sonra tekrar deneyin.',
      en: 'Craftgate gave no readable answer; try again in a while.',
    },
    cause,
  })
