// Is the description valid OpenAPI 3.1, and does it keep the rules of redocly.yaml?
import { redocly } from './redocly.mjs'

process.stdout.write(redocly('lint', 'spec/openapi.yaml'))
