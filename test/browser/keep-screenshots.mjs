// `npm run screenshots`: has the browser suite look at every page of the panel, and keeps what it saw in docs/screenshots.
// `npm run screenshots kept` keeps what its last run saw.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { runStoreSuite } from '../load/run-suite.mjs'

const seen = join(import.meta.dirname, '../.artifacts/browser/panel')
const kept = join(import.meta.dirname, '../../docs/screenshots/panel')

if (process.argv[2] !== 'kept') {
  rmSync(seen, { recursive: true, force: true })
  if (!runStoreSuite('browser/panel-pages', { env: {} })) process.exit(1)
}
if (!existsSync(seen)) throw new Error(`${seen} is not there: no run of the browser suite has seen the panel`)
rmSync(kept, { recursive: true, force: true })
for (const file of readdirSync(seen, { recursive: true }).filter((name) => name.endsWith('.png'))) {
  mkdirSync(dirname(join(kept, file)), { recursive: true })
  // Pages have few colours: a palette makes a fourth of the size.
  await sharp(join(seen, file)).png({ palette: true, colours: 64, effort: 8 }).toFile(join(kept, file))
}
