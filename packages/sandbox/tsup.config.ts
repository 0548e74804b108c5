import { defineConfig, type Options } from 'tsup'

const shared: Options = {
  // The kit is private: its code and, by the path in tsconfig.json, its types are bundled.
  noExternal: ['@craftgate-commerce/emulator-kit'],
  target: 'node20',
  // First of all; what is external would be loaded before code of our own.
  banner: ({ format }) => ({
    js:
      format === 'esm'
        ? "import '@craftgate-commerce/sandbox/node-version';"
        : "'use strict';require('@craftgate-commerce/sandbox/node-version');",
  }),
}

export default defineConfig([
  {
    ...shared,
    entry: ['src/index.ts', 'src/cli.ts'],
    format: ['esm'],
    dts: { entry: 'src/index.ts' },
    clean: true,
  },
  // The command is an ES module; only what is imported is CommonJS as well.
  { ...shared, entry: ['src/index.ts'], format: ['cjs'], dts: true },
])
