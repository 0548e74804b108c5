/** Whatever was started and has to be stopped again. */
export interface Stoppable {
  stop(): Promise<void>
}

/** Remembers what has to be stopped, and hands it back. */
export type Keep = <T extends Stoppable>(part: T) => T

/** Stops what it was given to keep, the last first. */
export function keeper(): { readonly keep: Keep; stop(): Promise<void> } {
  const running: Stoppable[] = []
  return {
    keep(part) {
      running.unshift(part)
      return part
    },
    async stop() {
      const failures: unknown[] = []
      // One that cannot stop does not keep the others running.
      for (const part of running.splice(0)) await part.stop().catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw failures[0]
    },
  }
}
