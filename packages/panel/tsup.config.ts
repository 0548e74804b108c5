import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', ui: 'src/ui/index.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'node20',
  // What is external would be loaded before code of our own.
  banner: ({ format }) => ({
    js:
      format === 'esm'
        ? "import '@craftgate-commerce/core/node-version';"
        : "'use strict';require('@craftgate-commerce/core/node-version');",
  }),
})
