import { tmpdir } from 'node:os'
import { programsOf } from './run-program'

test('a program runs in its folder, its words go beside ours, and its exit code is answered', async () => {
  let said = ''
  const err = (text: string) => {
    said += text
  }
  const run = programsOf({ err, signal: new AbortController().signal })
  const code = 'console.log(process.cwd()); console.error("aside"); process.exitCode = 3'
  expect(await run([process.execPath, '-e', code], tmpdir())).toBe(3)
  expect(said).toContain(tmpdir())
  expect(said).toContain('aside')
  await expect(run(['no-such-program-here'], tmpdir())).rejects.toThrow('ENOENT')
})
