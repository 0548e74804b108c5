import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isOpenToOthers } from './host-script'

test('a checkout below a private folder is closed to the user that PostgreSQL runs as', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'craftgate-home-'))
  const checkout = path.join(home, 'checkout')
  mkdirSync(checkout, { mode: 0o755 })
  chmodSync(home, 0o755)
  const opened = isOpenToOthers(checkout)
  chmodSync(home, 0o700)
  const closed = isOpenToOthers(checkout)
  rmSync(home, { recursive: true })
  expect({ opened, closed }).toEqual({ opened: true, closed: false })
})
