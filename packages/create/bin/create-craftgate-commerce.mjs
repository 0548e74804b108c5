#!/usr/bin/env node
// Kept in git, because npm links no command whose file is not there yet, and a fresh clone has no dist.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Craftgate Commerce needs Node 20.19 or newer; this is Node ${process.versions.node}\n`,
  )
  process.exitCode = 1
} else {
  const { create } = await import('../dist/main.js')
  process.exitCode = await create(process.argv.slice(2))
}
