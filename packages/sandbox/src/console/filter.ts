import type { ConsoleData } from './console-data'

/** The keys to copy stay, whatever is looked for. */
const UNFILTERED: readonly string[] = ['merchants'] satisfies (keyof ConsoleData)[]

/** The lists with the lines that say this somewhere; no matter how it is written. */
export function filtered(data: ConsoleData, text: string): ConsoleData {
  const wanted = text.trim().toLocaleLowerCase('tr')
  if (wanted === '') return data
  const says = (line: unknown) => JSON.stringify(line).toLocaleLowerCase('tr').includes(wanted)
  const lists = Object.entries(data).map(([name, value]) => [
    name,
    Array.isArray(value) && !UNFILTERED.includes(name) ? value.filter(says) : value,
  ])
  return Object.fromEntries(lists) as ConsoleData
}
