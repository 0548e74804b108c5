import { methodTextsOf } from './method-texts'
import { multiTextsOf } from './multi-texts'
import { textsOf } from './texts'

/** Names of a table's sentences, those of nested tables included. */
const sentences = (table: object, path = ''): [string, unknown][] =>
  Object.entries(table).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? sentences(value, `${path}${name}.`)
      : [[path + name, value]],
  )

/** Words that two languages write alike. */
const ALIKE = ['total']

it.each([textsOf, methodTextsOf, multiTextsOf])('every page says all of it in Spanish (%#)', (textsIn) => {
  const english = new Map(sentences(textsIn('en')))
  const same = sentences(textsIn('es')).filter(
    ([name, text]) => typeof text === 'string' && text === english.get(name) && !ALIKE.includes(name),
  )
  expect(same).toEqual([])
})
