// What the published packages export, as API Extractor reads it from their built types: a report for each entry, committed
// in the package's `etc`, so that a change of the public API is seen in review. `npm run api` writes the reports;
// with --check nothing is written, and a report that is not what the build says is a failure.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { manifestOf, publishedFolders } from './published.mjs'

const root = join(import.meta.dirname, '..')
const fresh = join(import.meta.dirname, '.artifacts/api')
const check = process.argv.includes('--check')

/** The file of types of an entry; undefined for one without, as JSON and Medusa's admin bundle. */
function typesOf(entry) {
  if (typeof entry === 'string') return /\.js$/.test(entry) ? entry.replace(/\.js$/, '.d.ts') : undefined
  return entry.types ?? (typeof entry.import === 'object' ? typesOf(entry.import) : undefined)
}

/** An entry with a star, once for each folder that it stands for. */
function withoutStar(folder, [path, entry]) {
  if (!path.includes('*')) return [[path, entry]]
  const [before] = entry.split('*')
  const names = existsSync(join(root, folder, before)) ? readdirSync(join(root, folder, before)) : ['*']
  return names.map((name) => [path.replace('*', name), entry.replace('*', name)])
}

const entries = publishedFolders.flatMap((folder) => {
  const { name, exports } = manifestOf(folder)
  return Object.entries(exports)
    .flatMap((entry) => withoutStar(folder, entry))
    .flatMap(([path, entry]) => {
      const types = typesOf(entry)
      if (types === undefined) return []
      const [, ...names] = join(name, path.replace('.medusa/server/src/', '')).split('/')
      const report = `${names.join('.')}.api.md`
      return [{ folder, types: join(root, folder, types), report }]
    })
})
const missing = entries.filter(({ types }) => !existsSync(types))
if (missing.length > 0) {
  console.error(`Not built with types: ${missing.map(({ types }) => relative(root, types)).join(', ')}`)
  process.exit(1)
}

const configs = entries.map(({ folder, types, report }) =>
  ExtractorConfig.prepare({
    packageJsonFullPath: join(root, folder, 'package.json'),
    configObject: {
      projectFolder: join(root, folder),
      newlineKind: 'lf',
      mainEntryPointFilePath: types,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'esnext',
            moduleResolution: 'bundler',
            target: 'es2022',
            lib: ['es2023', 'dom'],
            types: [],
            skipLibCheck: true,
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: report,
        reportFolder: fresh,
        reportTempFolder: join(fresh, 'new'),
      },
      // The build and the type check say what is wrong with the code; here only what is exported matters.
      messages: {
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  }),
)

/** The generated part of the API description is committed as it is: a report only refers to it. */
const GENERATED =
  /^((?:export )?(?:interface|const) (?:paths|components|operations|OPERATIONS)\b)[\s\S]*?^\};?$/gm

/**
 * What differs from build to build and says nothing: TypeScript writes the members of an inferred union in the order in which it met
 * them, and `import type` or `import` by where it met a type first.
 */
const sameInEachBuild = (text) =>
  text
    .replace(/^import type /gm, 'import ')
    .replace(/"[^"\n]*"(?: \| "[^"\n]*")+/g, (union) => union.split(' | ').sort().join(' | '))

/** Of what is not exported, the schemas stay: the options are their members. The rest may change without a review. */
const shorten = (text) =>
  sameInEachBuild(text)
    .split(/\n\n(?=```|\/\/ @|\/\/ \(No )/)
    .filter((part) => /^(?:##|```|\/\/ \(No |export |const \w+: z\.)/m.test(part))
    .join('\n\n')
    .replace(GENERATED, '$1 // generated from packages/openapi/spec, and committed in src/generated')

rmSync(fresh, { recursive: true, force: true })
mkdirSync(fresh, { recursive: true })
const compilerState = CompilerState.create(configs[0], {
  additionalEntryPoints: entries.map(({ types }) => types),
})
const reports = new Map()
for (const [index, { folder, report }] of entries.entries()) {
  const { succeeded } = Extractor.invoke(configs[index], {
    localBuild: true,
    compilerState,
    messageCallback: (message) => {
      if (message.messageId.startsWith('console-')) message.logLevel = 'none'
    },
  })
  if (!succeeded) throw new Error(`${report}: API Extractor could not read the types`)
  reports.set(join(root, folder, 'etc', report), shorten(readFileSync(join(fresh, report), 'utf8')))
}

const committed = publishedFolders.flatMap((folder) => {
  const etc = join(root, folder, 'etc')
  return existsSync(etc) ? readdirSync(etc).map((name) => join(etc, name)) : []
})
const changed = [...new Set([...reports.keys(), ...committed])].filter(
  (file) => !existsSync(file) || readFileSync(file, 'utf8') !== reports.get(file),
)
if (check) {
  for (const file of changed) {
    console.error(`${relative(root, file)} is not what the build exports`)
    const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    const now = (reports.get(file) ?? '').split('\n')
    for (const line of before.filter((line) => !now.includes(line)).slice(0, 5)) console.error(`  - ${line}`)
    for (const line of now.filter((line) => !before.includes(line)).slice(0, 5)) console.error(`  + ${line}`)
  }
  if (changed.length > 0) console.error('Run `npm run api`, and commit what it changes.')
  else console.log(`${reports.size} reports say what the build exports`)
  process.exitCode = changed.length > 0 ? 1 : 0
} else {
  for (const file of changed) {
    const text = reports.get(file)
    if (text === undefined) rmSync(file)
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    console.log(`${relative(root, file)} ${text === undefined ? 'removed' : 'written'}`)
  }
}
