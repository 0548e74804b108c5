#!/usr/bin/env node
// Kept in git, because npm links no command whose file is not there yet, and a fresh clone has no dist.
import { existsSync } from 'node:fs'

const cli = new URL('../dist/cli.js', import.meta.url)

if (existsSync(cli)) {
  await import(cli.href)
} else {
  process.stderr.write('craftgate-sandbox: not built yet; run npm run build first\n')
  process.exitCode = 1
}
