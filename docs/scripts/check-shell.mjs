import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Programs that the reader has, or is told to install. */
const KNOWN = new Set(['cd', 'curl', 'docker', 'export', 'git', 'node', 'npm', 'npx', 'openssl'])

/** What `npx` may start that is no package of ours. */
const FOREIGN = new Set([
  '@vendure/create',
  'create-medusa-app',
  'vendure',
  'medusa',
  'changeset',
  'jest',
  'vitepress',
])

/** Scripts that a project of a platform's own creator has. */
const PROJECT_SCRIPTS = new Set(['dev', 'start', 'build'])

/** Each command begins with a program that exists; scripts of npm and programs of npx are there, as are files that node runs. */
export function checkShell(root, blocks) {
  const { scripts } = read(join(root, 'package.json'))
  const packages = [
    'shared-core',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  ].map((folder) => read(join(root, folder, 'package.json')))
  const published = new Map(packages.filter((each) => !each.private).map((each) => [each.name, each]))
  const programs = new Set(packages.flatMap(({ bin }) => Object.keys(bin ?? {})))

  function faultOf(words) {
    const [program, ...rest] = words
    const [first = ''] = rest.filter((word) => !word.startsWith('-'))
    if (!KNOWN.has(program)) return programs.has(program) ? undefined : `${program} is no known command`
    if (program === 'npm') return npmFault(rest)
    if (program === 'npx') {
      const name = first.replace(/(.)@[\w.^-]+$/, '$1')
      const ours = published.get(name)
      if (ours !== undefined) return ours.bin ? undefined : `${name} has no command`
      return FOREIGN.has(name) || programs.has(name) ? undefined : `npx knows no ${name}`
    }
    if (program === 'node' && !first.startsWith('dist/') && first !== '' && !existsSync(join(root, first)))
      return `${first} is not there`
    return undefined
  }

  function npmFault([command, ...rest]) {
    const names = rest.filter((word) => !word.startsWith('-'))
    if (command === 'install') {
      const unknown = names.find((name) => name.startsWith('@craftgate-commerce/') && !published.has(name))
      return unknown && `${unknown} is not published`
    }
    if (command === 'create') {
      // npm makes the name of the package: of a scope alone, its package `create`.
      const name = names[0]?.startsWith('@') && !names[0].includes('/') ? `${names[0]}/create` : names[0]
      return published.get(name)?.bin ? undefined : `${name} is not published, or has no command`
    }
    const script = command === 'run' ? names[0] : command
    if (command !== 'run' && !['test', 'start', 'ci'].includes(command)) return `npm knows no ${command}`
    const workspace = rest[rest.indexOf('-w') + 1]
    const own = rest.includes('-w')
      ? (packages.find(({ name }) => name === workspace)?.scripts ?? {})
      : scripts
    const isThere = own[script] !== undefined || command === 'ci' || PROJECT_SCRIPTS.has(script)
    return isThere ? undefined : `there is no script ${script}`
  }

  return blocks.flatMap(({ file, line, code }) =>
    commandsOf(code).flatMap((words) => {
      const fault = faultOf(words)
      return fault === undefined ? [] : [`${file}:${line}: ${fault}`]
    }),
  )
}

/** Commands without comments and leading variables, each as its words; a quoted text is one. */
function commandsOf(code) {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((text) => text.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean)
    .flatMap((text) => text.split(/\s(?:&&|\|)\s/))
    .map((text) => text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [])
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))))
}
