import { spawn } from 'node:child_process'
import type { Terminal } from '../terminal'
import type { Command } from './package-manager'

/** Runs a program in a folder to its end and answers its exit code. Rejects when it cannot be started. */
export type RunProgram = (command: Command, folder: string) => Promise<number>

/** What the program says goes to `err`, so that `out` is ours alone; it is asked to stop when we are. */
export const programsOf =
  ({ err, signal }: Pick<Terminal, 'err' | 'signal'>): RunProgram =>
  ([program, ...args], folder) =>
    new Promise((resolve, reject) => {
      // npm and its like are scripts on Windows, which only a shell starts. Nothing in `args` was typed by anybody.
      const shell = process.platform === 'win32'
      const child = spawn(program, args, { cwd: folder, shell, signal, stdio: ['ignore', 'pipe', 'pipe'] })
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', err)
      child.once('error', reject)
      child.once('close', (status) => resolve(status ?? 1))
    })
