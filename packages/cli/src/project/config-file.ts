import {
  type ArrayLiteralExpression,
  Node,
  type ObjectLiteralExpression,
  Project,
  SyntaxKind,
} from 'ts-morph'
import { UsageError } from '../terminal'
import type { PlatformName } from './project'

const MERCHANTS = `merchants: {
        main: {
          apiKey: process.env.CRAFTGATE_API_KEY ?? '',
          secretKey: process.env.CRAFTGATE_SECRET_KEY ?? '',
          webhookKey: process.env.CRAFTGATE_WEBHOOK_KEY ?? '',
          environment: process.env.CRAFTGATE_URL ?? 'sandbox',
        },
      },`

/** Where plugins are listed. */
const WHERE = { medusa: 'defineConfig({ … })', vendure: 'object of the type VendureConfig' } as const

const OPTIONS = (returnPath: string) => `{
      publicUrl: process.env.CRAFTGATE_PUBLIC_URL ?? '',
      linkSecret: process.env.CRAFTGATE_LINK_SECRET ?? '',
      ${MERCHANTS}
      returnUrl: '${returnPath}',
    }`

const MEDUSA_PLUGIN = `{
    resolve: '@craftgate-commerce/medusa',
    options: ${OPTIONS('http://localhost:8000/{countryCode}/payment/{reference}')},
  }`

const MEDUSA_PROVIDER = `{ resolve: '@craftgate-commerce/medusa/providers/craftgate', id: 'craftgate' }`

const MEDUSA_PAYMENT_MODULE = `{
    resolve: '@medusajs/medusa/payment',
    options: { providers: [${MEDUSA_PROVIDER}] },
  }`

const VENDURE_PLUGIN = `CraftgatePlugin.init(${OPTIONS('http://localhost:4200/checkout/return?ref={reference}')})`

const BY_HAND = 'Add the plugin to the config file yourself, as its package page shows'

/** A file of the shop's, as it is. */
interface ConfigFile {
  readonly path: string
  readonly text: string
}

/** The text of the file with the plugin in it; undefined when it is there already. Throws UsageError when it has no place for it. */
export function withPlugin(platform: PlatformName, { path, text }: ConfigFile): string | undefined {
  if (text.includes(`@craftgate-commerce/${platform}`)) return undefined
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile('config.ts', text)
  const config = file
    .getDescendantsOfKind(SyntaxKind.ObjectLiteralExpression)
    .find((literal) => isConfig(platform, literal))
  if (config === undefined)
    throw new UsageError(
      `${path} has no ${WHERE[platform]}`,
      `Add the plugin as the README of @craftgate-commerce/${platform} shows`,
    )
  if (platform === 'vendure') {
    listIn(config, 'plugins').addElement(VENDURE_PLUGIN)
    file.addImportDeclaration({
      moduleSpecifier: '@craftgate-commerce/vendure',
      namedImports: ['CraftgatePlugin'],
    })
  } else {
    listIn(config, 'plugins').addElement(MEDUSA_PLUGIN)
    addMedusaProvider(config)
  }
  return file.getFullText()
}

/** The argument of `defineConfig`, or what is declared to be a `VendureConfig`. */
function isConfig(platform: PlatformName, literal: ObjectLiteralExpression): boolean {
  const parent = literal.getParent()
  if (platform === 'medusa')
    return Node.isCallExpression(parent) && parent.getExpression().getText() === 'defineConfig'
  return Node.isVariableDeclaration(parent) && parent.getTypeNode()?.getText() === 'VendureConfig'
}

/** Beside other providers of the payment module, where there are some. */
function addMedusaProvider(config: ObjectLiteralExpression): void {
  const modules = listIn(config, 'modules')
  const payment = modules
    .getElements()
    .filter(Node.isObjectLiteralExpression)
    .find((module) =>
      /['"]@medusajs\/(medusa\/)?payment['"]/.test(module.getProperty('resolve')?.getText() ?? ''),
    )
  if (payment === undefined) modules.addElement(MEDUSA_PAYMENT_MODULE)
  else listIn(objectIn(payment, 'options'), 'providers').addElement(MEDUSA_PROVIDER)
}

function listIn(object: ObjectLiteralExpression, name: string): ArrayLiteralExpression {
  const value = initializerOf(object, name, '[]')
  if (Node.isArrayLiteralExpression(value)) return value
  throw new UsageError(`"${name}" is no list that an element could be added to`, BY_HAND)
}

function objectIn(object: ObjectLiteralExpression, name: string): ObjectLiteralExpression {
  const value = initializerOf(object, name, '{}')
  if (Node.isObjectLiteralExpression(value)) return value
  throw new UsageError(`"${name}" is no object that a key could be added to`, BY_HAND)
}

/** The value of this key, which is added with `empty` when it is missing. */
function initializerOf(object: ObjectLiteralExpression, name: string, empty: string): Node | undefined {
  const property = object.getProperty(name) ?? object.addPropertyAssignment({ name, initializer: empty })
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined
}
