import { changesOf, planOf } from './release.mjs'

const versions = ['@craftgate-commerce/core@0.1.0', '@craftgate-commerce/medusa@0.1.0']

test('change notes come first; then what is not on npm; then nothing', () => {
  const files = ['README.md', 'config.json']
  const plan = (more) => planOf({ files, versions, isOnNpm: () => true, ...more })
  expect(plan({ files: [...files, 'first-release.md'], isOnNpm: () => false })).toBe('versions')
  expect(plan({ isOnNpm: (version) => version.includes('core') })).toBe('publish')
  expect(plan({})).toBe('nothing')
})

test('a release tells the changes of its version alone', () => {
  const changelog =
    '# @craftgate-commerce/core\n\n## 0.1.1\n\n### Patch Changes\n\n- b\n\n## 0.1.0\n\n- First release.\n'
  expect(changesOf(changelog, '0.1.0')).toBe('- First release.')
  expect(changesOf(changelog, '0.1.1')).toBe('### Patch Changes\n\n- b')
  expect(() => changesOf(changelog, '0.2.0')).toThrow('The changelog says nothing of 0.2.0')
})
