// Where folders are the table of contents: no two of them import each other, tests left aside (a test stands beside its
// code and starts the whole).
const { options } = require('./.dependency-cruiser.cjs')

module.exports = {
  forbidden: [
    {
      name: 'no-folder-circles',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: '(/dist/|node_modules|\\.test\\.ts$|/test/)' } },
}
