// Craftgate's API, described once: the table of calls, their types, and validators for requests and answers.
export * from './operations'
export { type FieldError, type Request, validateAnswer, validateRequest } from './validation'
