// What `npm run demo -- --once` does in each store: buy, capture, refund, through public APIs only.
import type { Stack } from '../stack'
import { Steps, tableHead, tableRow, tally } from './steps'
import { vendureChapters } from './vendure-chapters'

/** Prints the steps as a table and the count as the last line. Returns the exit code. */
export async function once(stack: Stack): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  const steps = new Steps((result) => print(tableRow(result)))
  print(`\nVendure store at ${stack.vendure.main.url}\n\n${tableHead()}`)
  await vendureChapters(stack, steps)
  print(`\n${tally(steps.results)}`)
  return steps.results.every(({ passed }) => passed) ? 0 : 1
}
