// After tsc: gives the built store what Medusa expects beside its code.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

// Medusa's commands run only where a package.json names Medusa.
const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
writeFileSync(
  join(here, 'dist/package.json'),
  `${JSON.stringify({ private: true, type: 'commonjs', dependencies }, undefined, 2)}\n`,
)

await import('./dist/src/draw-pictures.js')
