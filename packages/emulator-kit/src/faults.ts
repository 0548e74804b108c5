import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** Fields that every kind of fault has. */
export const faultFields = {
  /** Real milliseconds that go by before it happens. */
  ms: z.number().int().min(0).default(0),
  /** How many matching requests it hits. */
  times: z.number().int().min(1).default(1),
}

interface Fault {
  readonly times: number
  /** `nth`: the first matching request that is hit, counted from 1. */
  readonly match?: { readonly nth: number }
}

/** A fault, how many matching requests it has seen, and how many of them it has hit. */
export type ActiveFault<F> = F & { readonly id: string; seen: number; hit: number }

/** The faults that wait for their request. */
export class Faults<Schema extends z.ZodType<Fault>, Request> {
  private active: ActiveFault<z.output<Schema>>[] = []

  constructor(
    private readonly schema: Schema,
    private readonly matches: (fault: z.output<Schema>, request: Request) => boolean,
  ) {}

  /** Adds a fault and returns its id. Throws ZodError when it makes no sense. */
  add(input: z.input<Schema>): string {
    const id = randomUUID()
    this.active.push({ ...this.schema.parse(input), id, seen: 0, hit: 0 })
    return id
  }

  list(): readonly ActiveFault<z.output<Schema>>[] {
    return this.active
  }

  clear(): void {
    this.active = []
  }

  /** The fault that this request meets, if any; it is then used up by one. Every matching fault counts the request. */
  take(request: Request): ActiveFault<z.output<Schema>> | undefined {
    const matching = this.active.filter((fault) => this.matches(fault, request))
    for (const fault of matching) fault.seen += 1
    const taken = matching.find(({ seen, match, hit, times }) => seen >= (match?.nth ?? 1) && hit < times)
    if (taken) taken.hit += 1
    return taken
  }
}
