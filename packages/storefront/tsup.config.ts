import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/define.ts'],
  format: ['esm'],
  platform: 'browser',
  target: 'es2022',
  // The contract is core's, of which a browser gets nothing else.
  dts: { resolve: ['@craftgate-commerce/core/storefront'] },
  clean: true,
  minify: true,
})
