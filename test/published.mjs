// The packages that are published.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export const manifestOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))

/** Their folders, from the root of the repository. */
export const publishedFolders = [
  'shared-core',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
].filter((folder) => !manifestOf(folder).private)
