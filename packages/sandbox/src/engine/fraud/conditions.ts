import { type Fact, isVariable, kindOf, type Variable } from './variables'

/** A condition of a rule: developer.craftgate.io/fraud-management/rules, Fraud DSL. */
export interface Condition {
  readonly variable: Variable
  readonly operator: Operator
  /** A list's name without its @, a text, or a number; absent behind a boolean variable. */
  readonly value?: string | number
}

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is'
export type FactOf = (variable: Variable) => Fact

const CONDITION = /^(\w+)\s*(==|!=|<=|>=|<|>|\bnot in\b|\bin\b)\s*(@\w+|"[^"]*"|\d+(?:\.\d+)?)$/

/** Reads `[condition] and [condition]`. Throws one line that names what is wrong. */
export const parseConditions = (text: string): readonly Condition[] =>
  text.split(/\s+and\s+/).map((part) => parseCondition(part.trim()))

function parseCondition(text: string): Condition {
  const [, name = text, operator, value = ''] = CONDITION.exec(text) ?? []
  if (!isVariable(name)) throw new Error(`"${name}" is no variable of the Fraud DSL`)
  if (operator === undefined) {
    if (kindOf(name) === 'boolean') return { variable: name, operator: 'is' }
    throw new Error(`"${text}" lacks an operator`)
  }
  return { variable: name, ...comparison(text, name, operator, value) }
}

function comparison(text: string, variable: Variable, operator: string, value: string) {
  if (operator === 'in' || operator === 'not in') {
    if (!value.startsWith('@')) throw new Error(`"${text}" needs a list behind "${operator}"`)
    return { operator, value: value.slice(1) } as const
  }
  const isNumber = /^\d/.test(value)
  if (kindOf(variable) !== (isNumber ? 'number' : 'text') || value.startsWith('@'))
    throw new Error(`"${text}" compares "${variable}" with a value of another kind`)
  const isOrder = operator.startsWith('<') || operator.startsWith('>')
  if (isOrder && !isNumber) throw new Error(`"${text}" can only be compared by == and !=`)
  return { operator: operator as Operator, value: isNumber ? Number(value) : value.slice(1, -1) }
}

/** Whether a payment is what the condition says; a fact that nobody knows is on no list and equals nothing. */
export function holds({ variable, operator, value }: Condition, factOf: FactOf, isOn: IsOnList): boolean {
  const fact = factOf(variable)
  switch (operator) {
    case 'is':
      return fact === true
    case 'in':
      return fact !== undefined && isOn(String(value), String(fact))
    case 'not in':
      return fact === undefined || !isOn(String(value), String(fact))
    case '==':
      return fact === value
    case '!=':
      return fact !== value
    default:
      return typeof fact === 'number' && typeof value === 'number' && isOrdered(fact, operator, value)
  }
}

export type IsOnList = (listName: string, value: string) => boolean

function isOrdered(fact: number, operator: '<' | '<=' | '>' | '>=', value: number): boolean {
  switch (operator) {
    case '<':
      return fact < value
    case '<=':
      return fact <= value
    case '>':
      return fact > value
    case '>=':
      return fact >= value
  }
}
