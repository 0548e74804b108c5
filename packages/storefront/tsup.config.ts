import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    define: 'src/define.ts',
    react: 'src/frameworks/react.ts',
    vue: 'src/frameworks/vue.ts',
  },
  format: ['esm'],
  platform: 'browser',
  target: 'es2022',
  // The contract is core's, of which a browser gets nothing else.
  dts: { resolve: ['@craftgate-commerce/core/storefront'] },
  clean: true,
  minify: true,
  onSuccess: 'node custom-elements.mjs',
})
