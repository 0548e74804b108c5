import { spawn } from 'node:child_process'

/** Runs a command to its end, quietly. Throws with the end of what it said when it fails. */
export function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const said = []
    const listen = (chunk) => {
      said.push(chunk.toString())
      if (said.length > 200) said.shift()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      const tail = said.join('').trimEnd().split('\n').slice(-40).join('\n')
      reject(new Error(`${tail}\n\n${command} ${args.join(' ')} failed (${code})`))
    })
  })
}
