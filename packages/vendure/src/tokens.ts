/** Injection tokens of the plugin. */
export const CRAFTGATE = Symbol('CRAFTGATE')
export const CRAFTGATE_OPTIONS = Symbol('CRAFTGATE_OPTIONS')
