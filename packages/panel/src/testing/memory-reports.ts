import { type ComparedDay, CraftgateError, type Reports } from '@craftgate-commerce/core'

/** Files that say what they are of, and a day as a test has it. */
export function memoryReports(compared: ComparedDay, ordered: string[] = []): Reports {
  const bytes = (text: string) => new Blob([text]).stream()
  return {
    daily: async (merchant, { kind, day, format }) => bytes(`${merchant} ${kind} ${day} ${format}`),
    async order(_merchant, { idempotencyKey }) {
      if (!ordered.includes(idempotencyKey)) ordered.push(idempotencyKey)
      return String(ordered.indexOf(idempotencyKey) + 1)
    },
    async ordered(_merchant, id, format) {
      if (Number(id) <= ordered.length) return bytes(`report ${id} ${format}`)
      throw NOT_MADE
    },
    compareDay: async () => compared,
  }
}

const NOT_MADE = new CraftgateError({
  kind: 'invalid-request',
  code: '4322',
  message: 'The report is not made yet',
  retry: 'no',
  merchantMessage: { tr: 'Rapor henüz hazır değil', en: 'The report is not made yet' },
})
