import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/testing/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'node20',
  sourcemap: true,
  // Ships ES modules only, which Jest cannot `require`: without this no Jest test of a CommonJS shop could load core.
  noExternal: ['dinero.js'],
})
