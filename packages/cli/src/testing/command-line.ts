import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../main'
import type { RunProgram } from '../project/run-program'

/** Somebody at a terminal, in a folder of their own. */
export class CommandLine {
  out = ''
  err = ''
  env: Record<string, string> = {}
  /** What was run of the shop's own programs, as one would type it. */
  readonly commands: string[] = []
  /** What such a program does, and answers as its exit code. */
  program: (typed: string) => number | Promise<number> = () => 0
  private stop = new AbortController()

  constructor(readonly folder = mkdtempSync(join(tmpdir(), 'craftgate-cli-'))) {}

  async write(path: string, text: string): Promise<void> {
    const file = join(this.folder, path)
    await mkdir(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  /** Runs a command to its end; answers its exit code. */
  run(args: readonly string[], typed?: AsyncIterable<string>): Promise<number> {
    this.out = ''
    this.err = ''
    this.stop = new AbortController()
    return run(args, {
      folder: this.folder,
      env: this.env,
      terminal: {
        out: (text) => {
          this.out += text
        },
        err: (text) => {
          this.err += text
        },
        signal: this.stop.signal,
      },
      typed,
      runProgram: this.runProgram,
    })
  }

  private readonly runProgram: RunProgram = async (command, folder) => {
    expect(folder).toBe(this.folder)
    const typed = command.join(' ')
    this.commands.push(typed)
    return this.program(typed)
  }

  /** Ctrl-C */
  interrupt(): void {
    this.stop.abort()
  }

  /** Answers what matched, as soon as the terminal says it. */
  async says(pattern: RegExp): Promise<string> {
    for (let looked = 0; looked < 500; looked += 1) {
      const [, found] = pattern.exec(this.out + this.err) ?? []
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`Nothing like ${pattern} was said, but: ${this.out}${this.err}`)
  }

  close(): void {
    this.interrupt()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
