import { PageWalk } from './panel-routes'

test('a page that nobody opened is named; an address with values is the page of its path', () => {
  const walk = new PageWalk('Medusa')
  expect(walk.flaws()).toContain('no browser has opened /links/:merchant/:id')
  walk.open('/links/main/4711?done=made-link')
  expect(walk.flaws()).not.toContain('no browser has opened /links/:merchant/:id')
  expect(walk.flaws()).toContain('no browser has opened /links/:merchant/:id/change')
})

test('what a platform has not is not asked for, unless a page leads there', () => {
  const walk = new PageWalk('Shopify')
  expect(walk.flaws().filter((flaw) => flaw.includes('/sellers'))).toEqual([])
  walk.open('/today', ['/sellers/shares/4711'])
  expect(walk.flaws()).toContainEqual(
    expect.stringMatching(/leads to \/sellers\/shares\/:reference, although/),
  )
})
