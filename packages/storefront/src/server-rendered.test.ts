// What a server that renders the page sends: the built package in a Node process of its own, as a shop's would load it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function rendered(data?: object): Promise<string> {
  const script = join(import.meta.dirname, 'testing/render-on-server.mjs')
  const { stdout } = await run(process.execPath, [script, ...(data ? [JSON.stringify(data)] : [])])
  return stdout.replace(/<!--.*?-->/gs, '')
}

const DATA = {
  version: 1,
  exact: true,
  price: { amount: '1249.90', currency: 'TRY' },
  tables: [
    {
      cardFamily: 'Maximum',
      commercial: false,
      forceThreeDS: false,
      options: [
        { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' },
        { count: 3, each: '416.63', total: '1249.90', interest: '0.00', fundedBy: 'merchant' },
      ],
    },
  ],
}

test('instalments that the server has are in the page before any script runs', async () => {
  const page = await rendered(DATA)
  expect(page).toContain('Peşin fiyatına 3 taksit: Maximum')
  expect(page).toContain('₺416,63')
  expect(page).toContain('shadowrootmode="open"')
})

test('without them the place is kept, and says that it loads', async () => {
  const page = await rendered()
  expect(page).toContain('Taksitler yükleniyor…')
  expect(page).toContain('min-block-size')
})
