import { CraftgateError } from '../errors'

const KEY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/

/** Throws CraftgateError (invalid-request) for a key that Craftgate could read as something else. A bug of the adapter. */
export function checkKey(key: string): void {
  if (KEY.test(key)) return
  throw new CraftgateError({
    kind: 'invalid-request',
    code: 'bad-key',
    message:
      'A money call needs a key of letters, digits, dots and dashes, at most 64, that starts with no dash or dot',
    retry: 'no',
    merchantMessage: {
      tr: 'İşlem anahtarı geçersiz; eklenti geliştiricisine bildirin.',
      en: "The call's key is not valid; tell the developer of the plugin.",
    },
  })
}
