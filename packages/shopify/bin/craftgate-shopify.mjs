#!/usr/bin/env node
// Nothing is imported before this is known: dependencies of an older Node fail with errors that say nothing.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`craftgate-shopify needs Node 20.19 or newer; this is ${process.version}\n`)
  process.exit(1)
}

if (process.argv.includes('--version')) {
  const { readFileSync } = await import('node:fs')
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`${version}\n`)
  process.exit(0)
}

const { cli } = await import('../dist/cli.js')
const code = await cli(process.argv.slice(2), process.env)
if (code !== undefined) process.exit(code)
