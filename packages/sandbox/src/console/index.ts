// The developer's console at `/`: what the sandbox did, its keys, and the switches that break things on purpose.
// It knows the engine only through ConsoleSources.

export type { ConsoleAction } from './console-action'
export { createConsole } from './create-console'
export type * from './sources'
