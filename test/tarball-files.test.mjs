import { faultsOf } from './tarball-files.mjs'

test('what does nothing for whoever installs a package is named, as is what is missing', () => {
  const files = [
    ...['LICENSE', 'README.md', 'package.json', 'bin/craftgate-sandbox.mjs'],
    ...['dist/cli.js', 'dist/cli.cjs', 'dist/index.js.map', 'dist/engine.test.js'],
  ]
  expect(faultsOf('packages/sandbox', files)).toEqual([
    'packages/sandbox: dist/index.js.map is a source map without the sources beside it',
    'packages/sandbox: dist/engine.test.js is a test',
    'packages/sandbox: dist/cli.cjs is a second build of a command',
  ])
  expect(faultsOf('packages/shopify', ['LICENSE', 'README.md', 'package.json'])).toContain(
    'packages/shopify: container/Dockerfile is missing',
  )
})
