// Reads the options of a zod schema out of its source: name, docstring, default, and what it may be. No code is run, so a
// default is shown as it is written.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const files = new Map()

/** The parsed source at a path of the repository. */
export function fileAt(path) {
  if (!files.has(path)) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    files.set(path, { path, source })
  }
  return files.get(path)
}

/** The docstring in one line; empty without one. */
export function docOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const text = comment === undefined ? '' : ts.getTextOfJSDocComment(comment.comment)
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** What a name stands for, here or in the file that it is imported from. */
function lookUp(name, { path, source }) {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
      return { node: statement, file: { path, source } }
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((each) => each.name.getText() === name)
      if (found?.initializer !== undefined) return { node: found.initializer, file: { path, source } }
    }
    const names = namesOf(statement)
    const taken = names?.find((each) => each.name.text === name)
    const from = taken && placeOf(statement.moduleSpecifier.text, path)
    if (from !== undefined) return lookUp((taken.propertyName ?? taken.name).text, fileAt(from))
  }
  return undefined
}

/** What a statement takes from another file, by import or to hand it on; undefined for every other statement. */
function namesOf(statement) {
  if (ts.isImportDeclaration(statement)) {
    const named = statement.importClause?.namedBindings
    return named && ts.isNamedImports(named) ? named.elements : undefined
  }
  const hands = ts.isExportDeclaration(statement) && statement.moduleSpecifier && statement.exportClause
  return hands && ts.isNamedExports(hands) ? hands.elements : undefined
}

const CORE = /^@craftgate-commerce\/core\/(\w+)$/

function placeOf(specifier, from) {
  const [, entry] = CORE.exec(specifier) ?? []
  if (entry !== undefined) return `shared-core/src/${entry}/index.ts`
  if (!specifier.startsWith('.')) return undefined
  return [`${specifier}.ts`, `${specifier}/index.ts`]
    .map((each) => join(dirname(from), each))
    .find((each) => existsSync(each))
}

const EMPTY = { children: [], values: undefined, fallback: undefined, optional: false }

/** What a schema says: `children` of an object, `values` of everything else. */
function schemaOf(node, file) {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return schemaOf(node.expression, file)
  if (ts.isIdentifier(node)) {
    const found = lookUp(node.text, file)
    return found === undefined ? EMPTY : schemaOf(found.node, found.file)
  }
  if (ts.isPropertyAccessExpression(node)) {
    const { children } = schemaOf(node.expression, file)
    return children.find(({ name }) => name === node.name.text) ?? EMPTY
  }
  if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node)) return schemaOf(resultOf(node.body), file)
  if (ts.isObjectLiteralExpression(node)) return { ...EMPTY, children: childrenOf(node, file) }
  if (!ts.isCallExpression(node)) return EMPTY
  return callOf(node, file)
}

function callOf({ expression, arguments: given }, file) {
  if (!ts.isPropertyAccessExpression(expression)) {
    if (expression.getText() === 'withRules') return schemaOf(given[0], file)
    const made = ts.isIdentifier(expression) ? lookUp(expression.text, file) : undefined
    return made === undefined ? EMPTY : filledIn(schemaOf(made.node, made.file), made.node, given)
  }
  const { name, expression: of } = expression
  if (/^z(?:\.coerce)?$/.test(of.getText())) return constructed(name.text, given, file)
  const base = schemaOf(of, file)
  switch (name.text) {
    case 'default':
      return { ...base, fallback: given[0].getText() }
    case 'prefault':
    case 'optional':
      return { ...base, optional: true }
    case 'extend':
      return { ...base, children: [...base.children, ...childrenOf(objectIn(given[0], file), file)] }
    case 'min':
    case 'max':
      return { ...base, values: limited(base.values, name.text, given[0].getText()) }
    default:
      return base
  }
}

/** `1 or more` says nothing of a text or a list that an error for the empty one does not say as well. */
function limited(values = '', kind, limit) {
  if (kind === 'min' && limit === '1' && !values.includes('number')) return values
  return `${values}, ${kind === 'min' ? `${limit} or more` : `up to ${limit}`}`.replace(/^, /, '')
}

/** What a function of the file answers: its body, or what it returns. */
function resultOf(body) {
  if (!ts.isBlock(body)) return body
  return body.statements.find(ts.isReturnStatement).expression
}

/** What a function was called with, in place of the names of its parameters. */
function filledIn(schema, node, given) {
  const names = new Map(
    (node.parameters ?? []).map((each, index) => [each.name.getText(), given[index]?.getText()]),
  )
  const fill = (text) => text?.replace(/\b[a-z]\w*\b/g, (word) => names.get(word) ?? word)
  return { ...schema, fallback: fill(schema.fallback), values: fill(schema.values) }
}

const SIMPLE = {
  boolean: 'true or false',
  int: 'whole number',
  number: 'number',
  url: 'address',
  string: 'text',
}

function constructed(kind, given, file) {
  switch (kind) {
    case 'strictObject':
    case 'object':
      return { ...EMPTY, children: childrenOf(objectIn(given[0], file), file) }
    case 'preprocess':
      return schemaOf(given[1], file)
    case 'record': {
      const { children } = schemaOf(given[1], file)
      return { ...EMPTY, children: children.map((child) => ({ ...child, name: `<name>.${child.name}` })) }
    }
    case 'array': {
      const { values, children } = schemaOf(given[0], file)
      return { ...EMPTY, values: `list${values ? ` of ${values}` : ''}`, children: children.map(inList) }
    }
    case 'enum':
      return {
        ...EMPTY,
        values: ts.isArrayLiteralExpression(given[0]) ? listed(given[0]) : "Craftgate's names",
      }
    case 'literal':
      return { ...EMPTY, values: given[0].getText() }
    case 'discriminatedUnion':
      return { ...EMPTY, children: given[1].elements.flatMap((each) => schemaOf(each, file).children) }
    case 'union': {
      const parts = given[0].elements.map((each) => schemaOf(each, file))
      const values = parts.map((part) => part.values ?? (part.children.length > 0 ? 'object' : undefined))
      return {
        ...EMPTY,
        optional: parts.some(({ optional }) => optional),
        values: values.filter(Boolean).join(', or ') || undefined,
        children: parts.flatMap(({ children }) => children),
      }
    }
    default:
      return { ...EMPTY, values: SIMPLE[kind] }
  }
}

const inList = (child) => ({ ...child, name: `[].${child.name}` })
const listed = (array) => array.elements.map((each) => each.getText()).join(', ')

function objectIn(node, file) {
  if (ts.isObjectLiteralExpression(node)) return node
  const found = ts.isIdentifier(node) ? lookUp(node.text, file) : undefined
  if (found === undefined) throw new Error(`${file.path}: ${node.getText()} is no object that can be read`)
  return found.node
}

function childrenOf(object, file) {
  return object.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) {
      const found = ts.isIdentifier(property.expression) ? lookUp(property.expression.text, file) : undefined
      return found === undefined ? [] : schemaOf(found.node, found.file).children
    }
    const value = ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer
    return [{ name: property.name.text, doc: docOf(property), ...schemaOf(value, file) }]
  })
}

/** Every option with its dotted path, those that hold others before them. */
const flat = (options, before = '') =>
  options.flatMap((option) => [
    { ...option, path: before + option.name },
    ...flat(option.children, `${before}${option.name}.`),
  ])

/** One of each path: the later one is what is meant, and the values of forms that exclude each other stand together. */
function once(options) {
  const byPath = new Map()
  for (const option of options) {
    const before = byPath.get(option.path)
    const values = [...new Set([before?.values, option.values].filter(Boolean))].join(', ')
    byPath.set(option.path, { ...option, doc: option.doc || before?.doc || '', values: values || undefined })
  }
  return [...byPath.values()]
}

/** The options of a schema of a file, in the order of the source. */
export function optionsOf(path, name) {
  const found = lookUp(name, fileAt(path))
  if (found === undefined) throw new Error(`${path} has no ${name}`)
  return once(flat(schemaOf(found.node, found.file).children))
}

/** Docstring and whether it may be left out, of each property of an interface. */
export function propertiesOf(path, name) {
  const found = fileAt(path).source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  )
  if (found === undefined) throw new Error(`${path} has no interface ${name}`)
  return new Map(
    found.members.map((member) => [
      member.name.getText(),
      { doc: docOf(member), optional: member.questionToken !== undefined },
    ]),
  )
}

/** The entries of an object of texts. */
export function textsOf(path, name) {
  const found = lookUp(name, fileAt(path))
  return found.node.properties.map((property) => [property.name.text, property.initializer.text])
}
