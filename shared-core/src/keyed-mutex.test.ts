import { KeyedMutex } from './keyed-mutex'

const tick = () => new Promise<void>((resolve) => setImmediate(resolve))

test('work with the same key runs one after the other, in the order of asking', async () => {
  const queue = new KeyedMutex()
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await tick()
    seen.push(`${name} ends`)
  }
  await Promise.all([queue.run('a', work('1')), queue.run('a', work('2')), queue.run('a', work('3'))])
  expect(seen).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
})

test('work with another key does not wait', async () => {
  const queue = new KeyedMutex()
  let release = () => {}
  const held = queue.run('a', () => new Promise<void>((resolve) => (release = resolve)))
  expect(await queue.run('b', async () => 'done')).toBe('done')
  release()
  await held
})

test('a failure is told to who asked, and the next one runs', async () => {
  const queue = new KeyedMutex()
  const failing = queue.run('a', async () => {
    throw new Error('no')
  })
  const next = queue.run('a', async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

test('a key that nobody waits for is forgotten', async () => {
  const queue = new KeyedMutex()
  await queue.run('a', async () => {})
  await tick()
  expect(Object.values(queue)).toEqual([new Map()])
})
