import { randomBytes } from 'node:crypto'
import { MODES, type Mode } from '../context/tenant'

/** A name for a Craftgate account that has no payments with us yet: that of the mode of its keys, and a part of its own. */
export const newAccount = (mode: Mode): string => `${mode}:${randomBytes(6).toString('hex')}`

/** The mode of an account, or of what is named after a mode alone; undefined for a name that is neither. */
export const modeOfAccount = (name: string): Mode | undefined =>
  MODES.find((mode) => name === mode || name.startsWith(`${mode}:`))
