// Draws src/graphql/sdl.ts from schema/payments-apps-2026-10.graphql, so that the text is found from dist and from
// Jest alike. The .graphql file itself is Shopify's published introspection, npm package @shopify/dev-mcp@1.16.0 (ISC),
// dist/data/payments-apps_2026-10.json.gz, through graphql-js: printSchema(buildClientSchema(introspection)).
import { readFileSync, writeFileSync } from 'node:fs'

const here = import.meta.dirname
const sdl = readFileSync(`${here}/schema/payments-apps-2026-10.graphql`, 'utf8')
const literal = sdl.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')

writeFileSync(
  `${here}/src/graphql/sdl.ts`,
  `// Drawn by draw-schema.mjs: do not edit.\n/** The Payments Apps API 2026-10 as Shopify publishes it (THIRD_PARTY_NOTICES.md). */\nexport const sdl = \`${literal}\`\n`,
)
