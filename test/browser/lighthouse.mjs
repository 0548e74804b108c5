// What Lighthouse says about pages that a browser at this debugging port shows: `node lighthouse.mjs PORT URL…`. Prints a line of
// JSON for each. A process of its own, because Lighthouse loads itself in ways that Jest's modules know nothing of.
import lighthouse from 'lighthouse'

const [port, ...urls] = process.argv.slice(2)
const CATEGORIES = ['accessibility', 'best-practices']

for (const url of urls) {
  const { lhr } = await lighthouse(url, {
    port: Number(port),
    onlyCategories: CATEGORIES,
    // The cart of the page belongs to who is logged in here.
    disableStorageReset: true,
    logLevel: 'error',
  })
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, (lhr.categories[name]?.score ?? 0) * 100]),
  )
  const failed = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
    .map(({ id }) => id)
  process.stdout.write(
    `${JSON.stringify({ url, seen: lhr.finalDisplayedUrl, error: lhr.runtimeError?.message, scores, failed })}\n`,
  )
}
