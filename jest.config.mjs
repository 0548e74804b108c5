// TypeScript and decorators through swc, as CommonJS.
const compiledWith = (module) => ({
  '^.+\\.[cm]?tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'commonjs', ...module },
    },
  ],
  // dinero.js ships ES modules only.
  '/node_modules/dinero\\.js/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
})

const transform = compiledWith({})

// Vendure's own packages use real import() and a few ES-only dependencies: they are compiled to CommonJS as well.
export const vendureModules = {
  transform: {
    ...transform,
    '/node_modules/.+\\.m?js$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@vendure|dinero\\.js|graphql-upload|fs-capacitor|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|nanoid)/)',
  ],
}

const project = (displayName, folder, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!dinero\\.js/)'],
  moduleNameMapper: {
    '^@craftgate-commerce/core$': '<rootDir>/shared-core/src/index.ts',
    '^@craftgate-commerce/core/adapter$': '<rootDir>/shared-core/src/adapter/index.ts',
    '^@craftgate-commerce/core/client$': '<rootDir>/shared-core/src/client/index.ts',
    '^@craftgate-commerce/core/storefront$': '<rootDir>/shared-core/src/storefront/contract.ts',
    '^@craftgate-commerce/core/testing$': '<rootDir>/shared-core/src/testing/index.ts',
    '^@craftgate-commerce/panel/ui$': '<rootDir>/packages/panel/src/ui/index.ts',
    '^@craftgate-commerce/panel$': '<rootDir>/packages/panel/src/index.ts',
    '^@craftgate-commerce/openapi$': '<rootDir>/packages/openapi/src/index.ts',
    '^@craftgate-commerce/openapi/operations$': '<rootDir>/packages/openapi/src/operations.ts',
    '^@craftgate-commerce/emulator-kit$': '<rootDir>/packages/emulator-kit/src/index.ts',
    '^@craftgate-commerce/cli$': '<rootDir>/packages/cli/src/main.ts',
    '^@craftgate-commerce/sandbox$': '<rootDir>/packages/sandbox/src/index.ts',
  },
  ...extra,
})

export default {
  maxWorkers: 2,
  // Files are compiled when they are first loaded, which takes a while on a busy machine.
  testTimeout: 30_000,
  projects: [
    project('core', 'shared-core/src'),
    project('openapi', 'packages/openapi/src'),
    project('emulator-kit', 'packages/emulator-kit/src'),
    project('sandbox', 'packages/sandbox/src'),
    project('vendure', 'packages/vendure/src', {
      ...vendureModules,
      // Need row locks and connections of their own: they run with the suites of test/jest.config.mjs, or on the server of
      // TEST_DATABASE_URL. Plans are read as PostgreSQL writes them.
      testPathIgnorePatterns: [
        '/node_modules/',
        '/dist/',
        process.env.TEST_DATABASE_URL ? 'query-plans' : '\\.postgres\\.test\\.ts$',
      ],
    }),
    project('panel', 'packages/panel/src'),
    project('storefront', 'packages/storefront/src'),
    project('cli', 'packages/cli/src'),
    project('create', 'packages/create/src'),
    project('medusa', 'packages/medusa/src'),
    // The app imports a module of its operator's, which stays an import.
    project('shopify', 'packages/shopify/src', { transform: compiledWith({ ignoreDynamic: true }) }),
    project('shopify-emulator', 'packages/shopify-emulator/src'),
    project('examples', 'examples'),
    project('test', 'test', { testMatch: ['<rootDir>/test/*.test.mjs'] }),
  ],
}
