import { ANSWERLESS, type CallKind, ROUTES } from './route-table'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Route {
  readonly kind: CallKind
  /** The path with every id replaced: safe to log. */
  readonly template: string
  /** A success may have nothing in it. */
  readonly answerless: boolean
}

interface Row {
  readonly kind: CallKind
  readonly method: string
  readonly template: string
  readonly segments: readonly string[]
}

const segmentsOf = (path: string): string[] => path.split('/')

const rowOf = (kind: CallKind, line: string): Row => {
  const [method = '', template = ''] = line.split(' ')
  return { kind, method, template, segments: segmentsOf(template) }
}

const KINDS: readonly CallKind[] = ['read', 'start', 'money']
const ROWS: readonly Row[] = KINDS.flatMap((kind) => ROUTES[kind].map((line) => rowOf(kind, line)))
const WORDS: ReadonlySet<string> = new Set(ROWS.flatMap((row) => row.segments))

const isParameter = (segment: string): boolean => segment.startsWith(':')

const fits = (row: Row, method: string, path: readonly string[]): boolean =>
  row.method === method &&
  row.segments.length === path.length &&
  row.segments.every((segment, at) => isParameter(segment) || segment === path[at])

const parametersOf = (row: Row): number => row.segments.filter(isParameter).length

/** Of two rows that fit, the one with fewer parameters is meant: `/cards/delete` is not `/cards/:id`. */
const bestFit = (method: string, path: readonly string[]): Row | undefined =>
  ROWS.filter((row) => fits(row, method, path)).sort((a, b) => parametersOf(a) - parametersOf(b))[0]

const maskUnknown = (path: readonly string[]): string =>
  path.map((segment) => (WORDS.has(segment) && !isParameter(segment) ? segment : ':id')).join('/')

/** Says what a call does. An endpoint that the table does not know is a read when it is a GET, else it moves money. */
export function routeOf(method: Method, path: string): Route {
  const segments = segmentsOf(path)
  const row = bestFit(method, segments)
  const template = row?.template ?? maskUnknown(segments)
  return {
    kind: row?.kind ?? (method === 'GET' ? 'read' : 'money'),
    template,
    answerless: row === undefined || method === 'DELETE' || ANSWERLESS.has(`${method} ${template}`),
  }
}
