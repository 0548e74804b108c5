// What stands in the tarballs that are published, and what may not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { manifestOf, publishedFolders } from './published.mjs'

const root = join(import.meta.dirname, '..')

/** Files that do nothing for whoever installs the package. */
const DEAD = [
  [/\.map$/, 'a source map without the sources beside it'],
  [/\.test\.[cm]?[jt]sx?$/, 'a test'],
  [/\.tsbuildinfo$/, "the compiler's own note"],
  [/(^|\/)\.env$/, 'an environment'],
]

/** What a reader or an operator looks for in every package, or in one. */
const NEEDED = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']
const NEEDED_OF = {
  'packages/shopify': ['container/Dockerfile', 'container/compose.yaml', 'docs/deployment.md'],
}

/** The files of each tarball, by the package's folder, as npm would pack them now. Throws with npm's words. */
export function tarballFiles() {
  const args = ['pack', '--dry-run', '--json', ...publishedFolders.flatMap((folder) => ['-w', folder])]
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`npm pack: ${stderr}`)
  const packed = new Map(Object.values(JSON.parse(stdout)).map(({ name, files }) => [name, files]))
  return new Map(
    publishedFolders.map((folder) => [
      folder,
      (packed.get(manifestOf(folder).name) ?? []).map(({ path }) => path),
    ]),
  )
}

/** What is wrong with the files of a tarball, one sentence each. */
export function faultsOf(folder, files) {
  const { bin = {} } = manifestOf(folder)
  const dead = files.flatMap((path) =>
    DEAD.filter(([pattern]) => pattern.test(path)).map(([, what]) => `${path} is ${what}`),
  )
  const missing = [...NEEDED, ...(NEEDED_OF[folder] ?? []), ...Object.values(bin)]
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => !files.includes(path))
    .map((path) => `${path} is missing`)
  // A command is started in one way, so that it is built once.
  const twice = files
    .filter((path) => /^dist\/(?:cli|main)\.cjs$/.test(path))
    .map((path) => `${path} is a second build of a command`)
  return [...dead, ...missing, ...twice].map((fault) => `${folder}: ${fault}`)
}

const RELATIVE = /\]\((?!https?:|#|mailto:)([^)\s]+)\)/g
const LEADS_HERE =
  /github(?:usercontent)?\.com\/craftgate-commerce\/craftgate-commerce\/(?:(?:blob|tree)\/)?main\/([^)#\s"]+)/g

/**
 * Links of a page of a tarball that lead nowhere. npm shows the README without the files around it, so that one links by
 * address alone; every other page may lead to what is packed with it.
 */
export function deadLinks({ path, text, files }) {
  const relative = [...text.matchAll(RELATIVE)]
    .map(([, link]) => link)
    .filter((link) => {
      const target = posix.normalize(posix.join(posix.dirname(path), link.replace(/#.*/, '')))
      return path === 'README.md' || !files.some((file) => file === target || file.startsWith(`${target}/`))
    })
  const missing = [...text.matchAll(LEADS_HERE)]
    .map(([, target]) => target)
    .filter((target) => !existsSync(join(root, target)))
  return [...relative, ...missing]
}
