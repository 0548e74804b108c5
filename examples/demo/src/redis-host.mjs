// Keeps one Redis without any files alive for whoever started this process, and stops it when they are gone.
// Plain JavaScript, so that the demo and jest start the same file without building it.
import { spawn } from 'node:child_process'
import { createConnection } from 'node:net'

const { port, dir } = JSON.parse(process.argv[2])
const flags = [
  '--port',
  String(port),
  '--bind',
  '127.0.0.1',
  '--dir',
  dir,
  '--save',
  '',
  '--appendonly',
  'no',
]
const redis = spawn('redis-server', flags, { stdio: ['ignore', process.stderr, process.stderr] })

redis.once('error', (error) => {
  const missing = error.code === 'ENOENT'
  process.stderr.write(
    `${missing ? 'redis-server is not installed; install Redis or leave redis out of the options' : error.message}\n`,
  )
  process.exit(1)
})
redis.once('exit', (code) => process.exit(code ?? 0))

const stop = () => redis.kill('SIGTERM')
process.once('disconnect', stop)
process.once('SIGTERM', stop)

const connectOnce = () => {
  const socket = createConnection({ host: '127.0.0.1', port })
  socket.once('error', () => setTimeout(connectOnce, 50))
  socket.once('connect', () => {
    socket.destroy()
    process.stdout.write(`${JSON.stringify({ ready: 'redis', port })}\n`)
  })
}
connectOnce()
