// Follows the blocks of a package page that stand under `<!-- first order -->`, in their order, as somebody new would:
//   <!-- first order -->            commands that end
//   <!-- first order: until URL --> a command that stays, in a terminal of its own, until the address answers
//   <!-- first order: stays -->     one that stays and answers nobody
//   <!-- first order: paid -->      a command that asks how the payment stands, until its JSON tells an outcome
//   <!-- first order: file PATH --> what is saved under this name in the shop
//   <!-- first order: URL -->       GraphQL, with the session of this address; `$name` is what an answer before called so
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { blocksOf } from '../../docs/scripts/code-blocks.mjs'

const root = join(import.meta.dirname, '../..')
const SETTLES_WITHIN_MS = 60_000

/** The page's blocks of a first order. */
export function stepsOf(page) {
  const steps = blocksOf(page, readFileSync(join(root, page), 'utf8')).filter(
    ({ note }) => note === 'first order',
  )
  if (steps.length === 0) throw new Error(`${page} has no block under <!-- first order -->`)
  return steps
}

/**
 * Follows the steps in `shop` up to an order that is paid; answers what the last one answered. `pay` opens the pay link as soon
 * as a step has told one. Throws with the block's place and what was said instead.
 */
export async function firstOrder(steps, { shop, terminal, pay }) {
  const sessions = new Map()
  const known = {}
  for (const step of steps) {
    const { file, line, language, code, words = '' } = step
    console.log(`   ${file}:${line} ${words}`)
    try {
      const said = await follow(step)
      const link = known.payLink
      Object.assign(known, said)
      if (known.payLink !== link) await pay(known.payLink)
    } catch (error) {
      throw new Error(`${file}:${line}: ${error.message}\n${code}`)
    }

    async function follow() {
      const [how, rest] = words.split(' ')
      if (how === 'until' || how === 'stays') return terminal.stay(code, rest)
      if (how === 'file') return save(join(shop, rest), code)
      if (how === 'paid') return settled(async () => JSON.parse(await terminal.run(code, known)).checkout)
      if (language === 'graphql') return settled(() => ask(how, code))
      return saidOf(await terminal.run(code, known))
    }
  }
  return known

  async function ask(url, query) {
    const session = sessions.get(url) ?? {}
    const variables = Object.fromEntries(
      [...query.matchAll(/\$(\w+):/g)].map(([, name]) => [name, known[name]]),
    )
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session },
      body: JSON.stringify({ query, variables }),
    })
    const token = response.headers.get('vendure-auth-token')
    if (token) session.authorization = `Bearer ${token}`
    sessions.set(url, session)
    const { data, errors } = await response.json()
    const results = Object.values(data ?? {})
    const refused = results.find((result) => result?.errorCode !== undefined)
    if (errors?.length || refused) throw new Error(JSON.stringify(errors ?? refused))
    return Object.assign({}, ...results)
  }
}

/** What a question answers when the payment does not wait any more; most ask of no payment. */
async function settled(question) {
  const end = Date.now() + SETTLES_WITHIN_MS
  for (;;) {
    const said = await question()
    if (!/^waiting$/i.test(said.outcome) || Date.now() > end) return said
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function save(path, code) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
}

/** What a script printed as `name: value`. */
const saidOf = (output) =>
  Object.fromEntries([...output.matchAll(/^(\w+): (\S+)$/gm)].map(([, name, value]) => [name, value]))
