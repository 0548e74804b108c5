// Where a newcomer types: a folder, npm with our packages beside everybody's, and what was started and not stopped yet.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const READY_WITHIN_MS = 240_000
const DIES_WITHIN_MS = 10_000

/** npm as on a new machine, except that what was downloaded once is not downloaded again. */
export function npmEnvironment(folder, registry) {
  const cache = join(folder, 'npm')
  const shared = join(process.env.npm_config_cache ?? join(homedir(), '.npm'), '_cacache')
  mkdirSync(shared, { recursive: true })
  if (!existsSync(cache)) {
    mkdirSync(cache)
    symlinkSync(shared, join(cache, '_cacache'))
  }
  const everybodys = process.env.npm_config_userconfig ?? join(homedir(), '.npmrc')
  const settings = existsSync(everybodys) ? readFileSync(everybodys, 'utf8') : ''
  const userconfig = join(folder, 'npmrc')
  // In a file: a shell passes on no variable with an @ in its name, and npm starts the programs of packages by one.
  writeFileSync(userconfig, `${settings}\n@craftgate-commerce:registry=${registry}\n`, { mode: 0o600 })
  // `npm run` tells its children about this repository.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$)/i.test(name))
  return {
    ...Object.fromEntries(own),
    npm_config_cache: cache,
    npm_config_userconfig: userconfig,
    npm_config_prefer_offline: 'true',
    npm_config_yes: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
}

/** A shell in `cwd`; everything that is said there is kept in `log`. */
export function openTerminal({ cwd, env, log }) {
  let folder = cwd
  const lines = createWriteStream(log, { flags: 'a' })
  const running = new Set()

  function start(code, variables = {}) {
    lines.write(`${new Date().toISOString()} $ ${code}\n`)
    // A group of its own, so that what npm starts ends with it.
    const child = spawn('bash', ['-euo', 'pipefail', '-c', code], {
      cwd: folder,
      env: { ...env, ...variables },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', all: '' }
    for (const [name, stream] of Object.entries({ out: child.stdout, err: child.stderr })) {
      stream.setEncoding('utf8').on('data', (text) => {
        if (name === 'out') said.out += text
        said.all += text
        lines.write(text)
      })
    }
    const gone = new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)))
    const started = { child, gone, said }
    running.add(started)
    gone.then(() => running.delete(started))
    return started
  }

  /** Answers what the command said on stdout when it ended well. */
  async function run(code, variables) {
    const { gone, said } = start(code, variables)
    if ((await gone) === 0) return said.out
    throw new Error(`ended with an error:\n${endOf(said.all)}`)
  }

  /** Leaves the command running; with an address, from then on that somebody answers there. */
  async function stay(code, url, variables) {
    if (url && (await answers(url)))
      throw new Error(`something else answers at ${url} already; stop it first`)
    const started = start(code, variables)
    let ended = false
    started.gone.then(() => {
      ended = true
    })
    const end = Date.now() + READY_WITHIN_MS
    while (url && !(await answers(url))) {
      if (ended || Date.now() > end) throw new Error(`${url} does not answer:\n${endOf(started.said.all)}`)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }

  async function close() {
    await Promise.all([...running].map(end))
    lines.end()
  }

  const enter = (path) => {
    folder = path
  }

  return { run, stay, enter, close }
}

async function end({ child, gone }) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name)
    } catch {}
  }
  signal('SIGTERM')
  const late = setTimeout(() => signal('SIGKILL'), DIES_WITHIN_MS)
  await gone
  clearTimeout(late)
}

const endOf = (text) => text.split('\n').slice(-30).join('\n')

const answers = (url) =>
  fetch(url).then(
    ({ status }) => status < 500,
    () => false,
  )
