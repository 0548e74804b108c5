/** Runs `work` `count` times, `width` at once. Rates per second, times in milliseconds. */
export async function measure({ count, width, work }) {
  const times = []
  let started = 0
  const worker = async () => {
    while (started < count) {
      const number = started++
      const began = performance.now()
      await work(number)
      times.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: width }, worker))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return { rate: count / seconds, p50: times[Math.floor(count * 0.5)], p95: times[Math.floor(count * 0.95)] }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Runs the contestants in turn, round after round, so that a busy machine slows them alike; medians of the rounds. */
export async function compare({ rounds, count, width, contestants }) {
  const names = Object.keys(contestants)
  const results = Object.fromEntries(names.map((name) => [name, []]))
  for (const name of names) await measure({ count: Math.ceil(count / 4), width, work: contestants[name] })
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await measure({ count, width, work: contestants[name] }))
  }
  const typical = (name, field) => median(results[name].map((result) => result[field]))
  return Object.fromEntries(
    names.map((name) => [
      name,
      { rate: typical(name, 'rate'), p50: typical(name, 'p50'), p95: typical(name, 'p95') },
    ]),
  )
}

/**
 * CPU microseconds of this process for one piece of work, by contestant. In turn, round after round; the least of the
 * rounds, because what a busy machine adds is never less than nothing.
 */
export async function compareCpu({ rounds, count, width, contestants }) {
  const names = Object.keys(contestants)
  const least = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY]))
  for (const name of names) await measure({ count, width, work: contestants[name] })
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const before = process.cpuUsage()
      await measure({ count, width, work: contestants[name] })
      const { user, system } = process.cpuUsage(before)
      least[name] = Math.min(least[name], (user + system) / count)
    }
  }
  return least
}
