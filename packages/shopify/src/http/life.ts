type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>

/** Whether the process is on its way out: balancers are told so, and connections are not kept. */
export class Life {
  private ending = false

  end(): void {
    this.ending = true
  }

  during<Env>(fetch: Fetch<Env>): Fetch<Env> {
    return async (request, env) => {
      if (!this.ending) return fetch(request, env)
      const isQuestion = new URL(request.url).pathname === '/ready'
      const answer = isQuestion ? new Response('stopping', { status: 503 }) : await fetch(request, env)
      const headers = new Headers(answer.headers)
      headers.set('connection', 'close')
      return new Response(answer.body, { status: answer.status, headers })
    }
  }
}
