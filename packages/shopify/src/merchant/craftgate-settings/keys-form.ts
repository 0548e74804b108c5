import type { CraftgateKeys } from '../../shops/craftgate-keys'

export const KEY_FIELDS = ['apiKey', 'secretKey', 'webhookKey'] as const

export type KeyField = (typeof KEY_FIELDS)[number]
export type FieldProblem = 'missing' | 'strange'
export type FieldProblems = Readonly<Partial<Record<KeyField, FieldProblem>>>

/** Visible ASCII, as headers can carry it. */
const KEY = /^[\x21-\x7e]{1,300}$/

export type ReadKeys =
  | { readonly ok: true; readonly keys: CraftgateKeys }
  | { readonly ok: false; readonly problems: FieldProblems }

/** A field that is left empty keeps what is saved. */
export function readKeysForm(form: URLSearchParams, saved: CraftgateKeys | undefined): ReadKeys {
  const given = (field: KeyField) => (form.get(field) ?? '').trim() || (saved?.[field] ?? '')
  const keys = {
    apiKey: given('apiKey'),
    secretKey: given('secretKey'),
    webhookKey: given('webhookKey'),
  }
  const wrong = KEY_FIELDS.flatMap((field) =>
    KEY.test(keys[field]) ? [] : [[field, problemOf(keys[field])]],
  )
  return wrong.length === 0 ? { ok: true, keys } : { ok: false, problems: Object.fromEntries(wrong) }
}

const problemOf = (value: string): FieldProblem => (value === '' ? 'missing' : 'strange')
