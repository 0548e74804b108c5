import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Builds, unless these files are the same as when it was built last. `build` throws when it fails. */
export function buildOnce({ stampFile, files, build }) {
  const wanted = stampOf(files)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  build()
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}

/** All files below a folder, or none when there is no such folder. */
export function filesUnder(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

function stampOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}
