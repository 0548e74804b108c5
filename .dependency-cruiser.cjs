// The walls of the house. Arrows go adapter -> core, never adapter -> adapter, never core -> framework.
const core = '^shared-core/src'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or miss a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-of-types',
      severity: 'error',
      comment: 'Where an object needs its owner, it gets the narrow interface that it uses.',
      from: { path: '^packages/vendure/src' },
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
      from: { path: core, pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages|examples|test)/' },
    },
    {
      name: 'money-stands-alone',
      severity: 'error',
      from: { path: `${core}/money` },
      to: { path: core, pathNot: `${core}/money` },
    },
    {
      name: 'rooms-meet-in-payment',
      severity: 'error',
      comment: 'checkout, operations, http and reconcile meet only through payment, client and platform.ts.',
      from: { path: `${core}/(checkout|operations|http|reconcile)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${core}/(checkout|operations|http|reconcile)/`, pathNot: `${core}/$1/` },
    },
    {
      name: 'adapter-knows-no-adapter',
      severity: 'error',
      from: { path: '^packages/(vendure|medusa|shopify)/' },
      to: { path: '^packages/(vendure|medusa|shopify)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'adapter-knows-no-sandbox',
      severity: 'error',
      comment: 'Only tests and examples may lean on the emulator.',
      from: { path: '^packages/(vendure|medusa|shopify)/', pathNot: '(\\.test\\.ts$|/test/)' },
      to: { path: '^packages/sandbox/' },
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
