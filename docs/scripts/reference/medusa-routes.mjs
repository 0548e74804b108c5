import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { docOf } from './zod-schema.mjs'

const API = 'packages/medusa/src/api'

/** Where every shop has a route of the same meaning, which is told once for all. */
const IN_EVERY_SHOP = 'craftgate/'

/** Medusa mounts a route for each file `route.ts`, and a method for each name that it exports. */
export function medusaRoutes() {
  const files = readdirSync(API, { recursive: true }).filter((name) => name.endsWith('/route.ts'))
  return files
    .filter((name) => !name.startsWith(IN_EVERY_SHOP))
    .sort()
    .flatMap((name) => {
      const path = `/${dirname(name).replace(/\[(\w+)\]/g, ':$1')}`
      const methods = methodsIn(join(API, name), readFileSync(join(API, name), 'utf8'))
      return methods.map(({ method, doc }) => ({ route: `${method} ${path}`, doc }))
    })
}

/** Below the base path, with its parameters: `/pay/:reference`. */
export const medusaRoutesOfEveryShop = () =>
  readdirSync(join(API, IN_EVERY_SHOP), { recursive: true })
    .filter((name) => name.endsWith('route.ts'))
    .map((name) => `/${dirname(name).replace(/\[(\w+)\]/g, ':$1')}`)
    .sort()

/** Throws for a file that exports no method, or one whose docstring is missing. */
export function methodsIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const methods = source.statements
    .flatMap((statement) => exportsOf(statement, source))
    .filter(({ method }) => /^[A-Z]+$/.test(method))
  if (methods.length === 0) throw new Error(`${file} exports no method of HTTP that can be read`)
  return methods.map(({ method, node }) => {
    const doc = node && docOf(node)
    if (!doc) throw new Error(`${file}: ${method} has no docstring`)
    return { method, doc }
  })
}

const isExported = (statement) =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false

/** The names that a statement exports, each with what its docstring stands at. */
function exportsOf(statement, source) {
  if (ts.isFunctionDeclaration(statement) && isExported(statement))
    return [{ method: statement.name?.text ?? '', node: statement }]
  if (ts.isVariableStatement(statement) && isExported(statement))
    return namesOf(statement).map((method) => ({ method, node: statement }))
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  )
    return statement.exportClause.elements.map(({ name, propertyName }) => ({
      method: name.text,
      node: declarationOf((propertyName ?? name).text, source),
    }))
  return []
}

const namesOf = (statement) => statement.declarationList.declarations.map(({ name }) => name.getText())

const declarationOf = (name, { statements }) =>
  statements.find((each) =>
    ts.isVariableStatement(each)
      ? namesOf(each).includes(name)
      : ts.isFunctionDeclaration(each) && each.name?.text === name,
  )
