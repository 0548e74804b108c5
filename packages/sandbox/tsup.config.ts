import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  format: ['esm', 'cjs'],
  // The kit is private: its code and, by the path in tsconfig.json, its types are bundled.
  noExternal: ['@craftgate-commerce/emulator-kit'],
  dts: true,
  clean: true,
  target: 'node20',
  sourcemap: true,
  // First of all; what is external would be loaded before code of our own.
  banner: ({ format }) => ({
    js:
      format === 'esm'
        ? "import '@craftgate-commerce/sandbox/node-version';"
        : "'use strict';require('@craftgate-commerce/sandbox/node-version');",
  }),
})
