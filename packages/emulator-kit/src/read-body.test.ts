import { Hono } from 'hono'
import { z } from 'zod'
import { readJson } from './read-body'

const app = new Hono().post('/', async (c) =>
  c.json(await readJson(c, z.strictObject({ n: z.number().optional() }))),
)
const read = async (init: RequestInit) => (await app.request('/', { method: 'POST', ...init })).json()
const json = { 'content-type': 'application/json' }

it('reads JSON that fits, and an empty body as an empty object', async () => {
  expect(await read({ body: '{"n":1}', headers: json })).toEqual({ ok: true, body: { n: 1 } })
  expect(await read({})).toEqual({ ok: true, body: {} })
  const inUtf8 = { 'content-type': 'Application/JSON;charset=utf-8' }
  expect(await read({ body: '{"n":1}', headers: inUtf8 })).toEqual({ ok: true, body: { n: 1 } })
})

it('names what does not fit', async () => {
  expect(await read({ body: '{"n":"1"}', headers: json })).toEqual({
    ok: false,
    error: expect.stringContaining('at n'),
  })
  expect(await read({ body: '{', headers: json })).toMatchObject({ ok: false })
})

it('takes no plain form of a foreign page', async () => {
  const refused = { ok: false, error: 'Send application/json' }
  expect(await read({ body: '{"n":1}', headers: { 'content-type': 'text/plain' } })).toEqual(refused)
  const disguised = { 'content-type': 'text/plain; x=application/json' }
  expect(await read({ body: '{"n":1}', headers: disguised })).toEqual(refused)
  expect(await read({ headers: { origin: 'https://evil.example' } })).toEqual(refused)
})
