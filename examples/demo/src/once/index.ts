// What `npm run demo -- --once` does in each store: buy, capture, refund, through public APIs only.
import type { Stack } from '../stack'
import type { StoreName } from '../stack-options'
import { chapters } from './chapters'
import { medusaShop } from './medusa'
import type { OnceShop } from './shop'
import { shopifyShop } from './shopify'
import { Steps, tableHead, tableRow, tally } from './steps'
import { vendureShop } from './vendure'

/** Prints the steps of all stores as one table and the count as the last line. Returns the exit code. */
export async function once(stack: Stack<StoreName>): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  const steps = new Steps((result) => print(tableRow(result)))
  const shops: readonly OnceShop[] = [vendureShop(stack), medusaShop(stack), shopifyShop(stack)]
  print(`\n${tableHead()}`)
  for (const shop of shops) await chapters(shop, stack.sandbox.control, steps)
  print(`\n${tally(steps.results)}`)
  return steps.results.every(({ passed }) => passed) ? 0 : 1
}
