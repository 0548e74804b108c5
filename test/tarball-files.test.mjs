import { deadLinks, faultsOf } from './tarball-files.mjs'

test('what does nothing for whoever installs a package is named, as is what is missing', () => {
  const files = [
    ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'bin/craftgate-sandbox.mjs'],
    ...['dist/cli.js', 'dist/cli.cjs', 'dist/index.js.map', 'dist/engine.test.js'],
  ]
  expect(faultsOf('packages/sandbox', files)).toEqual([
    'packages/sandbox: dist/index.js.map is a source map without the sources beside it',
    'packages/sandbox: dist/engine.test.js is a test',
    'packages/sandbox: dist/cli.cjs is a second build of a command',
  ])
  expect(faultsOf('packages/shopify', ['LICENSE', 'README.md', 'package.json'])).toEqual(
    expect.arrayContaining([
      'packages/shopify: CHANGELOG.md is missing',
      'packages/shopify: container/Dockerfile is missing',
    ]),
  )
})

test('a page leads to what is packed with it, the README of npm by address alone', () => {
  const files = ['README.md', 'docs/deployment.md', 'container/Dockerfile']
  const text = [
    '[here](#heading) [out](https://example.com) [beside](../container/Dockerfile) [folder](../container)',
    '[another package](../../../shared-core/README.md#the-payment-page)',
    '[gone](https://github.com/craftgate-commerce/craftgate-commerce/blob/main/docs/no-such.md)',
  ].join('\n')
  expect(deadLinks({ path: 'docs/deployment.md', text, files })).toEqual([
    '../../../shared-core/README.md#the-payment-page',
    'docs/no-such.md',
  ])
  expect(deadLinks({ path: 'README.md', text: '[beside](docs/deployment.md)', files })).toEqual([
    'docs/deployment.md',
  ])
})
