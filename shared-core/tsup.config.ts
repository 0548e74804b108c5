import { defineConfig } from 'tsup'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/adapter/index.ts',
    'src/client/index.ts',
    'src/storefront/contract.ts',
    'src/testing/index.ts',
  ],
  format: ['esm', 'cjs'],
  dts: { resolve: ['@craftgate-commerce/openapi/operations'] },
  clean: true,
  target: 'node20',
  // First of all; what is external would be loaded before code of our own.
  banner: ({ format }) => ({
    js:
      format === 'esm'
        ? "import '@craftgate-commerce/core/node-version';"
        : "'use strict';require('@craftgate-commerce/core/node-version');",
  }),
  // One copy of each class for all entries, in CommonJS too.
  splitting: true,
  // dinero.js ships ES modules only, which Jest cannot `require`: without this no Jest test of a CommonJS shop could load
  // core. Of the API description only the table of calls and its types are taken, not its validators.
  noExternal: ['dinero.js', '@craftgate-commerce/openapi'],
})
