import { CraftgateError, type Fraud, type FraudCheck, type FraudValue } from '@craftgate-commerce/core'

/** Fraud management of one account, in memory. Of a value it refuses one that is empty. */
export function memoryFraud(checks: readonly FraudCheck[]): Fraud {
  const lists = new Map<string, FraudValue[]>()
  const keys = new Set<string>()
  const valuesOf = (name: string) => {
    const values = lists.get(name)
    if (values === undefined) throw refusal('There is no such list')
    return values
  }
  return {
    checks: async (_merchant, { paymentId }) => {
      const found = checks.filter((check) => paymentId === undefined || check.paymentId === paymentId)
      return { checks: found, count: found.length }
    },
    rules: async (_merchant, page) => ({
      rules: RULES.slice(page * 25, (page + 1) * 25),
      count: RULES.length,
    }),
    listNames: async () => [...lists.keys()],
    list: async (_merchant, name) => ({ name, values: valuesOf(name) }),
    async addToList(_merchant, { listName, value = '', label, durationInSeconds, idempotencyKey }) {
      if (value === '') throw refusal('The value does not suit')
      if (keys.has(idempotencyKey)) return
      keys.add(idempotencyKey)
      const id = String(keys.size)
      lists.set(listName, [
        ...(lists.get(listName) ?? []),
        { id, value, label, expiresInSeconds: durationInSeconds },
      ])
    },
    async removeFromList(_merchant, name, valueId) {
      lists.set(
        name,
        valuesOf(name).filter(({ id }) => id !== valueId),
      )
    },
    async deleteList(_merchant, name) {
      valuesOf(name)
      lists.delete(name)
    },
  }
}

const RULE = {
  id: 2,
  name: 'Kara liste',
  action: 'BLOCK',
  isActive: true,
  conditions: 'clientIp in @blockedClientIps',
} as const

/** More than a page has. */
const RULES = Array.from({ length: 26 }, (_, at) => ({
  ...RULE,
  id: RULE.id + at,
  name: at === 0 ? RULE.name : `Kural ${at}`,
}))

const refusal = (message: string): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code: 'refused',
    message,
    retry: 'no',
    merchantMessage: { tr: 'Craftgate kabul etmedi.', en: message },
  })
