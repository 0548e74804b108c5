// The developer's console at `/`: what the sandbox did, its keys, and the switches that break things on purpose.
// It knows the engine only through ConsoleSources.

export { createConsole } from './create-console'
export { type ConsoleSources, createConsoleSources } from './create-console-data'
