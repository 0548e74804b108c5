import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { inRoot } from './places'

/** Of every built script in these folders of the checkout, by path and content; a folder may be missing. */
export function buildHash(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders.filter((each) => existsSync(inRoot(each)))) {
    for (const file of readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.js')) hash.update(file).update(readFileSync(inRoot(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}
