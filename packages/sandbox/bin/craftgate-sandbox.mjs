#!/usr/bin/env node
// Kept in git, because npm links no command whose file is not there yet, and a fresh clone has no dist.
import { existsSync, readFileSync } from 'node:fs'

const cli = new URL('../dist/cli.js', import.meta.url)

if (process.argv.includes('--version')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`${version}\n`)
} else if (existsSync(cli)) {
  await import(cli.href)
} else {
  process.stderr.write('craftgate-sandbox: not built yet; run npm run build first\n')
  process.exitCode = 1
}
