import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { ScheduledTask } from '@vendure/core'
import { CRAFTGATE } from './tokens'

/** Asks Craftgate about payments and refunds that neither callback nor webhook told the end of. Runs in the worker. */
export function reconcileTask(schedule: string): ScheduledTask {
  return new ScheduledTask({
    id: 'craftgate-reconcile',
    description: 'Asks Craftgate about payments and refunds whose end was not told',
    schedule,
    timeout: 10 * 60_000,
    preventOverlap: true,
    execute: ({ injector }) => injector.get<CraftgateCommerce>(CRAFTGATE).reconcile(),
  })
}
