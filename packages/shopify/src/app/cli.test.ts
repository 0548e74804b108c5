import { cli } from './cli'

let said: string

beforeEach(() => {
  said = ''
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => jest.restoreAllMocks())

test('a wrong environment ends with a line for each variable, before anything is started', async () => {
  expect(await cli([], {})).toBe(1)
  expect(said).toContain('- PUBLIC_URL: ')
  expect(said).toContain('- ENCRYPTION_KEYS: ')
})

test('production does not start a database of its own', async () => {
  expect(await cli(['start'], { NODE_ENV: 'production' })).toBe(1)
  expect(said).toContain('- DATABASE_URL: is missing')
})

test('an unknown command says which there are', async () => {
  expect(await cli(['rotate'], {})).toBe(2)
  expect(said).toContain('rotate-secrets')
})
