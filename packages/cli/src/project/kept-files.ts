import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** What stands in these files now; calling it puts that back, and takes away what was not there. */
export function keepFiles(paths: readonly string[]): () => void {
  const kept = paths.map((path) => ({ path, bytes: existsSync(path) ? readFileSync(path) : undefined }))
  return () => {
    for (const { path, bytes } of kept) {
      if (bytes === undefined) rmSync(path, { force: true })
      else writeFileSync(path, bytes)
    }
  }
}
