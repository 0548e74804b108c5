type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>

/** From its begin on, load balancers are answered that the process stops, and connections are not kept. */
export class GracefulShutdown {
  private ending = false

  begin(): void {
    this.ending = true
  }

  wrap<Env>(fetch: Fetch<Env>): Fetch<Env> {
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
