import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

// What packages/shopify/Dockerfile says is done here as far as it goes without containers: what `npm ci` would install of
// the lock file is linked, the steps after it run as they stand, and what the image starts is started.

const root = join(import.meta.dirname, '..')
const WORKSPACE = 'packages/shopify'
/** The workspaces that the image has. */
const OURS = ['shared-core', 'packages/panel', WORKSPACE]
const LINK = 'node_modules/@craftgate-commerce/shopify'
const work = mkdtempSync(join(tmpdir(), 'container-image-'))
const build = join(work, 'build')
const app = join(work, 'app')
afterAll(() => rmSync(work, { recursive: true }))

/** Instructions as `[name, rest]`, with continued lines joined. */
const instructions = readFileSync(join(root, WORKSPACE, 'Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replaceAll('\\\n', '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
/** The other stage is left behind. */
const image = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'))
const inImage = (name) => image.find(([each]) => each === name)?.[1]

const INSTALL = /^npm ci (?<options>.*?) +&& +/
const [installAll, installOwn] = instructions.filter(([name]) => name === 'RUN').map(([, rest]) => rest)

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** Where Node finds a package from a folder of the lock file. */
function placeOf(name, folder) {
  const place = join(folder, 'node_modules', name)
  if (packages[place]) return place
  return folder === '' ? undefined : placeOf(name, folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
}

/** The places of a package and all that it needs, without dependencies of development and optional ones. */
function installedFor(place, found = new Set([place])) {
  const folder = packages[place].link ? packages[place].resolved : place
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[folder]
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
  for (const name of [...Object.keys(dependencies), ...peers]) {
    const needed = placeOf(name, folder)
    if (needed && !found.has(needed)) installedFor(needed, found.add(needed))
  }
  return found
}

/** A package that lies in another comes with it. */
function link(target, place) {
  const path = join(build, place)
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path)
}

/** The build's folder as its last `npm ci` leaves it. */
function layOut() {
  const isOurs = (file) => !/\/(?:node_modules|src|test)$/.test(file)
  for (const folder of OURS)
    cpSync(join(root, folder), join(build, folder), { recursive: true, filter: isOurs })
  for (const place of [...installedFor(LINK)].sort()) {
    const { link: isWorkspace, resolved } = packages[place]
    link(isWorkspace ? relative(dirname(place), resolved) : join(root, place), place)
  }
  for (const [name, file] of Object.entries(packages[WORKSPACE].bin))
    link(relative('node_modules/.bin', join(LINK, file)), join('node_modules/.bin', name))
}

/** Links stay what they are, so that nothing is found that lies beside what they lead to. */
const SYMLINKS = '--preserve-symlinks'
const optionsWith = (env) => ({
  cwd: app,
  encoding: 'utf8',
  env: {
    PATH: `${app}/node_modules/.bin:${process.env.PATH}`,
    NODE_OPTIONS: SYMLINKS,
    NODE_ENV: 'production',
    ...env,
  },
})
const run = (command, env = {}) => spawnSync(command[0], command.slice(1), optionsWith(env))

beforeAll(() => {
  layOut()
  const steps = installOwn.replace(INSTALL, '').replaceAll('/app', app)
  const { status, stderr } = spawnSync('sh', ['-ec', steps], { cwd: build, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test('both installs take the versions of the lock file, and the image has none that only development needs', () => {
  expect(installAll).toMatch(INSTALL)
  const { options } = INSTALL.exec(installOwn).groups
  for (const option of ['--omit=dev', '--omit=optional', '-w @craftgate-commerce/shopify'])
    expect(options).toContain(option)
  expect(existsSync(join(app, 'node_modules/hono'))).toBe(true)
  expect(existsSync(join(app, 'node_modules/jest'))).toBe(false)
})

test('everything comes from the build, and runs as a user without rights', () => {
  expect(image.filter(([name]) => name === 'COPY' || name === 'ADD')).toEqual([
    ['COPY', '--from=build /app /app'],
  ])
  expect([inImage('WORKDIR'), inImage('USER')]).toEqual(['/app', 'node'])
  expect(inImage('ENV')).toContain('NODE_ENV=production')
  expect(inImage('ENV')).toContain('PATH=/app/node_modules/.bin:$PATH')
})

test('every file that a package of ours exports is in it', () => {
  for (const folder of OURS) {
    const { exports, bin = {} } = JSON.parse(readFileSync(join(app, folder, 'package.json'), 'utf8'))
    const files = JSON.stringify([exports, bin]).match(/\.\/[^"]+\.(?:js|cjs|mjs)(?=")/g)
    expect(files.filter((file) => !existsSync(join(app, folder, file)))).toEqual([])
  }
})

const COMPLETE = {
  ...{ PUBLIC_URL: 'https://app.example.com', SHOPIFY_MTLS: 'proxy', PORT: '0' },
  ...{ SHOPIFY_API_KEY: 'id', SHOPIFY_API_SECRET: 'client-secret' },
  ...{
    SHOPIFY_MTLS_PROXY_SECRET: 'a secret of the proxy of more than 32 characters',
    SHOPIFY_MTLS_PROXIES: '10.0.0.1',
  },
  APP_SECRET: 'an app secret of more than 32 characters',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  DATABASE_URL: 'postgres://nobody:none@127.0.0.1:9/nothing',
}

test('its command loads, and lacks nothing but what its environment has to say', () => {
  const command = JSON.parse(inImage('CMD'))
  expect(run(command)).toMatchObject({ status: 1, stderr: expect.stringContaining('- ENCRYPTION_KEYS: ') })
  const { status, stderr } = run(command, COMPLETE)
  expect([status, stderr]).toEqual([
    1,
    'The app cannot start with this environment:\n- DATABASE_URL: nothing answers at its host and port\n',
  ])
  expect(run([...command, 'help']).stderr).toContain('rotate-secrets')
}, 120_000)

test.each([
  [200, 0],
  [503, 1],
])('it is healthy by /health alone: %i ends its check with %i', async (status, code) => {
  const asked = []
  const server = createServer(({ url }, response) => {
    asked.push(url)
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const [, check] = inImage('HEALTHCHECK').split(' CMD ')
  const [ended] = await once(
    spawn('sh', ['-c', check], optionsWith({ PORT: String(server.address().port) })),
    'close',
  )
  server.close()
  expect([asked, ended]).toEqual([['/health'], code])
})
