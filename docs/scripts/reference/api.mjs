import { cell, code, table } from './table.mjs'

const CLASSES = {
  read: 'reads',
  start: 'opens something that a shopper goes on with',
  money: 'moves money, or changes the account',
}
const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** Pages of Craftgate's API by area, and their list: name of the page -> text. */
export function apiPages(description) {
  const reader = new Schemas(description)
  const calls = Object.entries(description.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      ...item[method],
      method: method.toUpperCase(),
      path,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((each) =>
        reader.at(each),
      ),
    })),
  )
  const areas = description.tags.filter(({ name }) => calls.some(({ tags }) => tags[0] === name))
  const pages = areas.map(({ name, description: about }) => {
    const own = calls.filter(({ tags }) => tags[0] === name)
    return [
      name,
      `# ${titleOf(name)}\n\n${prose(about)}\n\n${own.map((call) => callOf(call, reader)).join('\n')}`,
    ]
  })
  return new Map([['index', listOf(areas, calls)], ...pages])
}

const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** Text of the description, where what looks like a tag or a template is shown as it is. */
const prose = (text) => (text ?? '').split('\n').map(cell).join('\n').replaceAll('\\|', '|')

function listOf(areas, calls) {
  const sections = areas.map(({ name }) => {
    const rows = calls
      .filter(({ tags }) => tags[0] === name)
      .map(({ method, path, summary, operationId }) => [
        `[${code(`${method} ${path}`)}](./${name}#${operationId.toLowerCase()})`,
        cell(summary),
      ])
    return `## ${titleOf(name)}\n\n${table(['call', 'what it does'], rows)}\n`
  })
  return `# Craftgate’s API

${calls.length} calls, made from the [description](../../packages/openapi) that this project keeps of Craftgate's API. Which of them
is made in which shop's tests stands in [what is proven](../../coverage).

${sections.join('\n')}`
}

function callOf(
  { operationId, method, path, summary, description, parameters, requestBody, responses, ...more },
  reader,
) {
  const facts = [
    `${code(`${method} ${path}`)}: ${CLASSES[more['x-call-class']]}.`,
    more['x-idempotency-key'] ? 'Takes an idempotency key.' : '',
    more['x-portal-page'] ? `[Craftgate's page](${more['x-portal-page']}).` : '',
  ]
  const asked = parameters
    .filter(({ in: place }) => place !== 'header')
    .map(({ name, in: place, required, description: about, schema }) => [
      code(name),
      `${reader.typeOf(schema)}, ${place}`,
      required ? 'yes' : '',
      cell(about),
    ])
  const body = reader.fieldsOf(requestBody?.content?.['application/json']?.schema)
  const answer = reader.fieldsOf(responses['200']?.content?.['application/json']?.schema?.properties?.data)
  const part = (title, heads, rows) => (rows.length === 0 ? '' : `**${title}**\n\n${table(heads, rows)}\n`)
  return `## ${operationId}

${summary}. ${prose(description)}

${facts.filter(Boolean).join(' ')}

${part('Asked', ['field', 'type', 'needed', 'meaning'], [...asked, ...body])}
${part(
  'Answered',
  ['field', 'type', 'meaning'],
  answer.map(([name, type, , meaning]) => [name, type, meaning]),
)}`
}

class Schemas {
  constructor(description) {
    this.description = description
  }

  /** What a reference means. */
  at(given) {
    if (given?.$ref === undefined) return given
    return given.$ref
      .slice(2)
      .split('/')
      .reduce((node, key) => node[key], this.description)
  }

  typeOf(given) {
    const name = given?.$ref?.split('/').at(-1)
    const schema = this.at(given)
    if (schema === undefined) return ''
    if (schema.enum)
      return cell(
        schema.enum.length > 14
          ? `one of ${schema.enum.length} ${name}`
          : schema.enum.map((word) => code(word)).join(' '),
      )
    if (schema.type === 'array') return `list of ${this.typeOf(schema.items)}`
    const types = [schema.type].flat().filter((type) => type !== 'null')
    return types[0] === 'object' || types[0] === undefined ? (name ?? 'object') : types.join(' or ')
  }

  /** Rows of the fields of an object, those inside it after it, down to the third level. */
  fieldsOf(given, before = '', level = 0) {
    const schema = this.at(given)
    if (schema === undefined || level > 2) return []
    if (schema.type === 'array') return this.fieldsOf(schema.items, `${before}[].`, level + 1)
    const inherited = [...(schema.allOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) =>
      this.fieldsOf(part, before, level),
    )
    const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const path = before + name
      const inner = this.at(field)
      const row = [
        code(path),
        this.typeOf(field),
        schema.required?.includes(name) ? 'yes' : '',
        cell(field.description ?? inner.description),
      ]
      const isList = inner.type === 'array'
      return [row, ...this.fieldsOf(isList ? inner.items : field, `${path}${isList ? '[]' : ''}.`, level + 1)]
    })
    const rows = new Map([...inherited, ...own].map((row) => [row[0], row]))
    return [...rows.values()]
  }
}
