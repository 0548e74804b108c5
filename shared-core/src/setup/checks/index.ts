import type { SetupCheckName } from '../finding'
import type { SetupCheck } from '../setup-context'
import { addresses } from './addresses'
import { clock } from './clock'
import { goLive } from './go-live'
import { installments } from './installments'
import { keys } from './keys'
import { methods } from './methods'
import { poses } from './poses'
import { versions } from './versions'
import { webhookKey } from './webhook-key'

/** A new check is a file of its own, its name in `finding.ts`, and one line here. */
export const CHECKS: Readonly<Record<SetupCheckName, SetupCheck>> = {
  keys,
  addresses,
  'webhook-key': webhookKey,
  poses,
  installments,
  methods,
  clock,
  'go-live': goLive,
  versions,
}
