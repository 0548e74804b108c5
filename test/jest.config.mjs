// Suites that need running stores: one PostgreSQL and one seeded database for all, a copy of it for each suite.
import base from '../jest.config.mjs'

const [{ transform, moduleNameMapper, transformIgnorePatterns }] = base.projects

const suite = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
  transform,
  transformIgnorePatterns,
  moduleNameMapper: {
    ...Object.fromEntries(
      Object.entries(moduleNameMapper).map(([name, path]) => [
        name,
        path.replace('<rootDir>', '<rootDir>/..'),
      ]),
    ),
    '^@craftgate-commerce/example-demo$': '<rootDir>/../examples/demo/src/index.ts',
  },
  ...more,
})

export default {
  globalSetup: '<rootDir>/stack/global-setup.mjs',
  globalTeardown: '<rootDir>/stack/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    suite('contract', 'contract'),
    suite('medusa', 'medusa', { setupFiles: ['<rootDir>/medusa/runner-database.ts'] }),
    suite('browser', 'browser'),
    suite('faults', 'faults'),
  ],
}
