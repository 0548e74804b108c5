#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Craftgate Commerce needs Node 20.19 or newer; this is Node ${process.versions.node}\n`,
  )
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
