import { randomUUID } from 'node:crypto'
import { type ArmedFault, type FaultInput, faultSchema } from './fault'

/** The faults that wait for their request. */
export class Faults {
  private armed: ArmedFault[] = []

  /** Arms a fault and returns its id. Throws ZodError when it makes no sense. */
  add(input: FaultInput): string {
    const fault: ArmedFault = { ...faultSchema.parse(input), id: randomUUID(), seen: 0, hit: 0 }
    this.armed.push(fault)
    return fault.id
  }

  list(): readonly ArmedFault[] {
    return this.armed
  }

  clear(): void {
    this.armed = []
  }

  /** The fault that this request meets, if any. Every matching fault counts the request. */
  meet(method: string, path: string): ArmedFault | undefined {
    const matching = this.armed.filter((fault) => matches(fault, method, path))
    for (const fault of matching) fault.seen += 1
    const met = matching.find(({ seen, match, hit, times }) => seen >= match.nth && hit < times)
    if (met) met.hit += 1
    return met
  }
}

function matches({ match }: ArmedFault, method: string, path: string): boolean {
  if (match.method && match.method.toUpperCase() !== method) return false
  if (match.pathRegex && !new RegExp(match.pathRegex).test(path)) return false
  if (match.path instanceof RegExp) return match.path.test(path)
  return path.startsWith(match.path ?? '')
}
