import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { cell, table } from './table.mjs'

const KINDS = 'packages/panel/src/attention/kinds'
const HEADS = { en: ['what', 'meaning, and what to do'], tr: ['ne', 'anlamı ve ne yapmalı'] }

const sourceOf = (name) =>
  ts.createSourceFile(name, readFileSync(join(KINDS, name), 'utf8'), ts.ScriptTarget.Latest, true)

/** Files of the kinds, in the order of the panel's page. */
function filesInOrder() {
  const { statements } = sourceOf('index.ts')
  const imports = new Map(
    statements
      .filter(ts.isImportDeclaration)
      .flatMap(({ importClause, moduleSpecifier }) =>
        (importClause?.namedBindings?.elements ?? []).map(({ name }) => [name.text, moduleSpecifier.text]),
      ),
  )
  const list = statements.filter(ts.isVariableStatement)[0].declarationList.declarations[0].initializer
  return list.elements.map((each) => `${imports.get(each.getText()).replace('./', '')}.ts`)
}

/** `{ title, text }` of the first `words` of a file, in one language. */
function wordsOf(name, language) {
  let found
  const visit = (node) => {
    const isWords = ts.isPropertyAssignment(node) && node.name.getText() === 'words'
    if (isWords && found === undefined) found = node.initializer
    else ts.forEachChild(node, visit)
  }
  visit(sourceOf(name))
  const own = found?.properties.find((each) => each.name.getText() === language)?.initializer
  if (own === undefined) throw new Error(`${KINDS}/${name} has no words in ${language}`)
  return Object.fromEntries(own.properties.map((each) => [each.name.getText(), each.initializer.text]))
}

/** What may wait for a person, as the panel says it: a part of the merchant's guide. */
export const attentionTable = (language) =>
  table(
    HEADS[language],
    filesInOrder().map((name) => {
      const { title, text } = wordsOf(name, language)
      return [`**${cell(title)}**`, cell(text)]
    }),
  )
