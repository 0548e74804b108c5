// Suites that need running stores: one PostgreSQL and one seeded database for all, a copy of it for each suite.
import { join } from 'node:path'
import base, { vendureModules } from '../jest.config.mjs'

const root = join(import.meta.dirname, '..')

const [{ transform, moduleNameMapper, transformIgnorePatterns }] = base.projects

const suite = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
  transform,
  transformIgnorePatterns,
  moduleNameMapper: {
    ...Object.fromEntries(
      Object.entries(moduleNameMapper).map(([name, path]) => [name, path.replace('<rootDir>', root)]),
    ),
    '^@craftgate-commerce/example-demo$': `${root}/examples/demo/src/index.ts`,
    '^@craftgate-commerce/example-shopify-store$': `${root}/examples/shopify-store/src/index.ts`,
    '^@craftgate-commerce/shopify-emulator$': `${root}/packages/shopify-emulator/src/index.ts`,
    // The catalogue is built CommonJS.
    '^(@craftgate-commerce/example-vendure-store/dist/.+)\\.js$': '$1',
  },
  ...more,
})

export default {
  globalSetup: '<rootDir>/stack/global-setup.mjs',
  globalTeardown: '<rootDir>/stack/global-teardown.mjs',
  maxWorkers: 2,
  testSequencer: '<rootDir>/longest-first.mjs',
  testTimeout: 120_000,
  projects: [
    suite('contract', 'contract'),
    suite('vendure', 'of the package', {
      ...vendureModules,
      rootDir: join(root, 'packages/vendure/src'),
      testMatch: ['<rootDir>/**/*.postgres.test.ts'],
    }),
    suite('medusa', 'medusa', { setupFiles: ['<rootDir>/medusa/runner-database.ts'] }),
    suite('shopify', 'shopify'),
    suite('browser', 'browser', {
      testEnvironment: '<rootDir>/browser/browser-environment.mjs',
      setupFilesAfterEnv: ['<rootDir>/browser/second-try.ts'],
    }),
    suite('faults', 'faults'),
    // What takes time and proves nothing by itself: `npm run bench` asks for it.
    ...(process.env.SLOW_REFUNDS
      ? [suite('bench', 'load', { testMatch: ['<rootDir>/load/**/*.bench.ts'] })]
      : []),
  ],
}
