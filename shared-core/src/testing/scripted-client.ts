import type {
  Answer,
  CallArguments,
  CallLimits,
  CraftgateClient,
  OperationId,
} from '../client/craftgate-client'

/** What Craftgate answers, by operation id. A test need not write the whole answer. */
export type ScriptedAnswers = {
  readonly [Id in OperationId]?: (args: CallArguments<Id>, limits?: CallLimits) => unknown
}

/** A client without a network: each call is answered by the script, or fails because it has no answer for it. */
export function scriptedClient(answers: ScriptedAnswers): CraftgateClient {
  const limitedTo = (outer: CallLimits): CraftgateClient => ({
    async call<Id extends OperationId>(id: Id, args: CallArguments<Id>, limits?: CallLimits) {
      const answer: ScriptedAnswers[Id] = answers[id]
      if (answer === undefined) throw new Error(`The script has no answer for ${id}`)
      return (await answer(args, { ...outer, ...limits })) as Answer<Id>
    },
    within: (limits) => limitedTo({ ...outer, ...limits }),
    close: async () => {},
  })
  return limitedTo({})
}
