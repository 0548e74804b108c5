import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './places'

/** Of these built scripts of the checkout, and of every one in these folders, by path and content; one may be missing. */
export function buildHash(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const place of places.filter((each) => existsSync(inRoot(each))))
    for (const file of scriptsIn(place)) hash.update(file).update(readFileSync(inRoot(file)))
  return hash.digest('hex').slice(0, 12)
}

function scriptsIn(place: string): readonly string[] {
  if (statSync(inRoot(place)).isFile()) return [place]
  const files = readdirSync(inRoot(place), { recursive: true, encoding: 'utf8' }).sort()
  return files.filter((file) => file.endsWith('.js')).map((file) => path.join(place, file))
}
