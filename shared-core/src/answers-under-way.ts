/** Who asks by the same key while an answer is on its way (in this process) gets that one. */
export function answersUnderWay<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>()
  return (key, ask) => {
    const known = underWay.get(key)
    if (known !== undefined) return known
    const answer = ask().finally(() => underWay.delete(key))
    underWay.set(key, answer)
    return answer
  }
}
