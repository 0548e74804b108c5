// The boundaries. Arrows go adapter -> core, never adapter -> adapter, never core -> framework.
const core = '^shared-core/src'
const EMULATORS = '^packages/(sandbox|shopify-emulator|emulator-kit)/'
const OURS = '^(shared-core|packages|examples|test)/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Two files that need each other are one file, or miss a third. Where an object needs its owner, it gets the narrow interface that it uses.',
      from: { path: '^(shared-core|packages|examples)/' },
      to: { circular: true },
    },
    {
      name: 'core-knows-no-framework',
      severity: 'error',
      comment:
        'Core imports no framework, no database and no HTTP server; its tests may serve HTTP to themselves.',
      from: { path: core, pathNot: '(\\.test\\.ts$|/testing/)' },
      to: {
        path: [
          '^(node:)?(http|https|http2|net)$',
          'node_modules/(@vendure|@medusajs|@shopify|@nestjs|express|hono|fastify|koa|typeorm|pg)(/|$)',
        ],
      },
    },
    {
      name: 'core-knows-no-adapter',
      severity: 'error',
      comment: 'Of the packages it knows the API description only, whose table of calls is bundled into it.',
      from: { path: core, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(packages|examples|test)/',
        pathNot: '^packages/openapi/src/(operations|types|generated/)',
      },
    },
    {
      name: 'money-stands-alone',
      severity: 'error',
      from: { path: `${core}/money` },
      to: { path: core, pathNot: `${core}/money` },
    },
    {
      name: 'methods-know-only-words',
      severity: 'error',
      comment:
        'The table of ways to pay is data: it is read by checkout, operations, payment and http, and reads none of them.',
      from: { path: `${core}/methods`, pathNot: '\\.test\\.ts$' },
      to: { path: core, pathNot: `${core}/(methods|money|messages)/` },
    },
    {
      name: 'core-folders-meet-in-payment',
      severity: 'error',
      comment: 'checkout, operations, http and reconcile meet only through payment, client and platform.ts.',
      from: { path: `${core}/(checkout|operations|http|reconcile)(/|\\.ts$)`, pathNot: '\\.test\\.ts$' },
      to: { path: `${core}/(checkout|operations|http|reconcile)(/|\\.ts$)`, pathNot: `${core}/$1(/|\\.ts$)` },
    },
    {
      name: 'openapi-stands-alone',
      severity: 'error',
      comment: 'The API description is read by core and by the emulators, and reads nothing of ours.',
      from: { path: '^packages/openapi/' },
      to: { path: '^(shared-core|packages|examples|test)/', pathNot: '^packages/openapi/' },
    },
    {
      name: 'adapter-knows-no-adapter',
      severity: 'error',
      from: { path: '^packages/(vendure|medusa|shopify)/' },
      to: { path: '^packages/(vendure|medusa|shopify)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'panel-knows-core-only',
      severity: 'error',
      comment: 'A page is the same in every shop: what a platform has, its adapter gives.',
      from: { path: '^packages/panel/' },
      to: {
        path: [
          '^(packages|examples|test)/',
          'node_modules/(@vendure|@medusajs|@shopify|@nestjs|typeorm|pg)(/|$)',
        ],
        pathNot: '^packages/panel/',
      },
    },
    {
      name: 'cli-knows-no-adapter',
      severity: 'error',
      comment: "The command line is for every shop: what only one platform can do is its own package's.",
      from: { path: '^packages/(cli|create)/' },
      to: { path: '^packages/(medusa|vendure|shopify|panel|storefront)/' },
    },
    {
      name: 'components-know-the-contract-only',
      severity: 'error',
      comment: 'What a browser loads holds nothing of a server: of core only the types of its JSON.',
      from: { path: '^packages/storefront/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(shared-core|packages|examples|test)/',
        pathNot:
          '^(packages/storefront/|shared-core/src/storefront/contract\\.ts$|shared-core/dist/storefront/contract\\.)',
      },
    },
    {
      name: 'adapter-knows-no-emulator',
      severity: 'error',
      comment: 'Only tests and examples may lean on the emulators.',
      from: { path: '^packages/(vendure|medusa|shopify)/', pathNot: '(\\.test\\.ts$|/test/)' },
      to: { path: EMULATORS },
    },
    {
      name: 'emulators-know-nothing-of-ours',
      severity: 'error',
      comment:
        'What plays the other side must not lean on what it is to prove: only the API description and the kit.',
      from: { path: '^packages/(sandbox|shopify-emulator)/' },
      to: { path: OURS, pathNot: '^packages/($1|openapi|emulator-kit)/' },
    },
    {
      name: 'emulator-kit-stands-alone',
      severity: 'error',
      from: { path: '^packages/emulator-kit/' },
      to: { path: OURS, pathNot: '^packages/emulator-kit/' },
    },
    {
      name: 'emulator-kit-is-for-emulators',
      severity: 'error',
      comment: 'It is bundled into them and published nowhere.',
      from: { pathNot: EMULATORS },
      to: { path: '^packages/emulator-kit/' },
    },
    {
      name: 'no-type-circles-in-emulators',
      severity: 'error',
      from: { path: '^packages/(shopify-emulator|emulator-kit)/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/\\.medusa/|node_modules/.*node_modules)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
