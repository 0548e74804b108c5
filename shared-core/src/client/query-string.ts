// Query strings exactly as the official SDK writes them: they are part of what is signed.

const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return encodeURIComponent(value instanceof Date ? value.toISOString() : String(value))
}

const pairsOf = ([name, value]: [string, unknown]): string => {
  const key = encodeURIComponent(name)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((one) => `${key}=${valueText(one)}`).join('&')
}

/**
 * `{ ids: [1, 2], name: 'Ay' }` becomes `ids=1&ids=2&name=Ay`; Dates as ISO text in UTC; absent values as `name=`.
 * Throws URIError for text with half a surrogate pair.
 */
export const queryString = (params: object): string => Object.entries(params).map(pairsOf).join('&')
