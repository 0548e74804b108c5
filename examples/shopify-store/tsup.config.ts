import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/seed.ts', 'src/checkout.ts'],
  format: ['esm'],
  dts: { entry: 'src/index.ts' },
  clean: true,
  target: 'node20',
})
