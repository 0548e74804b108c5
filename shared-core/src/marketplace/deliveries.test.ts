import { completedLines } from './deliveries'

const sold = [
  { externalId: 'line-1', goods: 'pot', quantity: 2 },
  { externalId: 'line-2', goods: 'oil', quantity: 1 },
  { externalId: 'line-3', goods: 'pot', quantity: 1 },
]

const delivered = (...deliveries: readonly Record<string, number>[]) =>
  completedLines({
    sold,
    deliveries: deliveries.map((pieces, at) => ({
      id: `d${at + 1}`,
      pieces: new Map(Object.entries(pieces)),
    })),
  })

test.each([
  ['nothing', [], []],
  ['a part of the goods of two lines', [{ pot: 2 }], []],
  ['their last piece', [{ pot: 2 }, { pot: 1 }], [{ delivery: 'd2', lines: ['line-1', 'line-3'] }]],
  ['all at once', [{ pot: 3, oil: 1 }], [{ delivery: 'd1', lines: ['line-1', 'line-2', 'line-3'] }]],
  [
    'each by itself, and once more than was sold',
    [{ oil: 1 }, { pot: 3 }, { oil: 1 }],
    [
      { delivery: 'd1', lines: ['line-2'] },
      { delivery: 'd2', lines: ['line-1', 'line-3'] },
    ],
  ],
  ['what was not sold', [{ cup: 1 }], []],
] as const)('%s', (_what, deliveries, completed) => {
  expect(delivered(...deliveries)).toEqual(completed)
})
