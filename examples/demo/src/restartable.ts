import { type Child, type ChildPlan, startChild } from './child'

export interface Restartable {
  /** Starts it again with the same plan, e.g. on the same port. Does nothing while it runs. */
  start(): Promise<void>
  /** Lets requests end, then stops. SIGKILL: as when the machine dies. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** A process that tests may stop and start again. */
export function restartable(plan: ChildPlan): Restartable {
  let child: Child | undefined
  return {
    async start() {
      child ??= await startChild(plan)
    },
    async stop(signal) {
      await child?.stop(signal)
      child = undefined
    },
  }
}

/**
 * Starts them one after the other. When one does not start, those before it are stopped again.
 * Returns how to stop all of them.
 */
export async function startAll(processes: readonly Restartable[]): Promise<() => Promise<void>> {
  const stop = async () => {
    await Promise.all(processes.map((process) => process.stop()))
  }
  try {
    for (const process of processes) await process.start()
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** Where a process of this name writes its log. */
export const logOf = (stateDir: string, name: string): string =>
  `${stateDir}/logs/${name.toLowerCase().replaceAll(' ', '-')}.log`
