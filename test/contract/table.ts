import { faults } from './rows/faults'
import { knocks } from './rows/knocks'
import { money } from './rows/money'
import { sale } from './rows/sale'
import { tabs } from './rows/tabs'
import { thieves } from './rows/thieves'
import type { Row } from './scene'

/** The one table: every store plays every row, or its capabilities say which it cannot express. */
export const table: readonly (readonly [theme: string, rows: readonly Row[]])[] = [
  ['a sale', sale],
  ['knocks', knocks],
  ['thieves', thieves],
  ['tabs', tabs],
  ['money that moves', money],
  ['faults', faults],
]
