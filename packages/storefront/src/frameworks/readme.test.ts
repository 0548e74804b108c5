// The README's React and Vue, compiled against the built package, as a shop's own compilers would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { compileScript, parse } from 'vue/compiler-sfc'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

function block(language: string): string {
  const [, code] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(readme) ?? []
  if (code === undefined) throw new Error(`The README has no ${language}`)
  return code
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
}

/** What is wrong with it, as a file of a shop that has installed this package. */
function faultsOf(code: string): string[] {
  const path = join(import.meta.dirname, 'page-of-a-shop.tsx')
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, readFile } = host
  host.fileExists = (name) => name === path || fileExists(name)
  host.readFile = (name) => (name === path ? code : readFile(name))
  const program = ts.createProgram([path], OPTIONS, host)
  const file = program.getSourceFile(path)
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

const NOT_A_STRING = expect.stringContaining("'number' is not assignable to type 'string'")

test('the README’s React compiles, and an attribute or event of another type does not', () => {
  const code = block('tsx')
  expect(faultsOf(code)).toEqual([])
  expect(faultsOf(code.replace('variant={variant}', 'variant={3}'))).toEqual([NOT_A_STRING])
  expect(faultsOf(code.replace('detail.state', 'detail.colour'))).toEqual([
    expect.stringContaining("'colour' does not exist on type 'StorefrontPayment'"),
  ])
}, 60_000)

test('the README’s Vue compiles: its elements are none of Vue’s own, and its types are those of templates', () => {
  const { descriptor, errors } = parse(block('vue'), {
    templateParseOptions: { isCustomElement: (tag) => tag.startsWith('craftgate-') },
  })
  expect(errors).toEqual([])
  const { content } = compileScript(descriptor, { id: 'page', inlineTemplate: true })
  expect(content).toContain('_createElementVNode("craftgate-installments", {')
  expect(content).toContain('onCraftgatePayAgain: payAgain')
  expect(content).not.toContain('resolveComponent')
  const props = (given: string) =>
    `import type {} from '@craftgate-commerce/storefront/vue'
    import type { GlobalComponents } from 'vue'
    const given: InstanceType<GlobalComponents['craftgate-payment-status']>['$props'] = ${given}
    export default given`
  expect(
    faultsOf(props("{ reference: 'ref-1', orderUrl: '/orders/{id}', onCraftgatePayAgain: () => {} }")),
  ).toEqual([])
  expect(faultsOf(props('{ orderUrl: 3 }'))).toEqual([NOT_A_STRING])
}, 60_000)

interface Declaration {
  readonly tagName: string
  readonly description: string
  readonly attributes: readonly { readonly name: string }[]
  readonly events: readonly { readonly name: string }[]
  readonly cssParts: readonly { readonly name: string }[]
}

const { modules } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../dist/custom-elements.json'), 'utf8'),
)
const declarations: readonly Declaration[] = modules[0].declarations

test('editors are told each element with its attributes, events and parts', () => {
  expect(declarations.map(({ tagName }) => tagName)).toEqual([
    'craftgate-installments',
    'craftgate-loan-offers',
    'craftgate-methods',
    'craftgate-pay',
    'craftgate-payment-status',
    'craftgate-saved-cards',
    'craftgate-wallet',
  ])
  for (const { description, cssParts } of declarations) {
    expect(description).toMatch(/^[A-Z].*\.$/)
    expect(cssParts.length).toBeGreaterThan(0)
  }
  const methods = declarations.find(({ tagName }) => tagName === 'craftgate-methods')
  expect(methods?.events).toEqual([{ name: 'craftgate-method', type: { text: 'CustomEvent' } }])
})

test('the types for frameworks know every attribute and event that the elements have', () => {
  const lines = declarations.flatMap(({ tagName, attributes, events }) => [
    ...attributes.map(({ name }) => [tagName, name]),
    ...events.map(({ name }) => [tagName, `on${name}`]),
  ])
  expect(lines.length).toBeGreaterThan(40)
  const code = lines.map(
    ([tag, name], at) => `export const name${at}: keyof CraftgateAttributes<'${tag}'> = '${name}'`,
  )
  const all = ["import type { CraftgateAttributes } from '@craftgate-commerce/storefront'", ...code]
  expect(faultsOf(all.join('\n'))).toEqual([])
}, 60_000)

test('what the shop answers has its types here, and core is asked for by nobody', () => {
  const code = `import { STOREFRONT_VERSION, type StorefrontMethods, type StorefrontProblem } from '@craftgate-commerce/storefront'
    export const none: StorefrontMethods = { version: STOREFRONT_VERSION, methods: [] }
    export const said = ({ message }: StorefrontProblem): string => message`
  expect(faultsOf(code)).toEqual([])
  const dist = join(import.meta.dirname, '../../dist')
  const built = ts.sys.readDirectory(dist).map((file) => readFileSync(file, 'utf8'))
  expect(built.filter((text) => text.includes("'@craftgate-commerce/core"))).toEqual([])
})
