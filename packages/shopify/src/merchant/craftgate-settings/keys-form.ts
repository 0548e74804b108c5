import type { CraftgateKeys } from '../../shops/craftgate-keys'

const REQUIRED_FIELDS = ['apiKey', 'secretKey', 'webhookKey'] as const

const OPTIONAL_FIELD = 'callbackKey'

export type KeyField = (typeof REQUIRED_FIELDS)[number] | typeof OPTIONAL_FIELD
export type FieldProblem = 'missing' | 'strange'
export type FieldProblems = Readonly<Partial<Record<KeyField, FieldProblem>>>

/** Visible ASCII, as headers can carry it. */
const KEY = /^[\x21-\x7e]{1,300}$/

export type ReadKeys =
  | { readonly ok: true; readonly keys: CraftgateKeys }
  | { readonly ok: false; readonly problems: FieldProblems }

/** A field that is left empty keeps what is saved; the callback key may stay without any. */
export function readKeysForm(form: URLSearchParams, saved: CraftgateKeys | undefined): ReadKeys {
  const given = (field: KeyField) => (form.get(field) ?? '').trim() || (saved?.[field] ?? '')
  const callbackKey = given(OPTIONAL_FIELD)
  const keys = {
    apiKey: given('apiKey'),
    secretKey: given('secretKey'),
    webhookKey: given('webhookKey'),
    ...(callbackKey && { callbackKey }),
  }
  const wrong = [...REQUIRED_FIELDS, ...(callbackKey ? ([OPTIONAL_FIELD] as const) : [])].flatMap((field) =>
    KEY.test(given(field)) ? [] : [[field, problemOf(given(field))]],
  )
  return wrong.length === 0 ? { ok: true, keys } : { ok: false, problems: Object.fromEntries(wrong) }
}

const problemOf = (value: string): FieldProblem => (value === '' ? 'missing' : 'strange')
