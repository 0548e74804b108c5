// The options of the app, checked once at start, and how the environment of a process names them.
export {
  type AppOptions,
  type AppOptionsInput,
  type MtlsOptions,
  parseAppOptions,
  shopAddress,
} from './app-options'
export { type Environment, readEnvironment, variableOf } from './environment'
