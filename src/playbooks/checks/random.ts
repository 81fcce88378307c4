import { type Finder, usesOf } from './uses.ts'

const numbers = usesOf('math/rand', [
  'ExpFloat64',
  'Float32',
  'Float64',
  'Int',
  'Int31',
  'Int31n',
  'Int63',
  'Int63n',
  'Intn',
  'NormFloat64',
  'Perm',
  'Shuffle',
  'Uint32',
  'Uint64',
])
const seeds = usesOf('math/rand', ['Seed'])

/** Files that take numbers of math/rand and do not seed it: one site for each, its first number. */
export const unseededRandom: Finder = {
  mentions: numbers.mentions,
  *find(file) {
    const [first, ...rest] = [...numbers.find(file)]
    if (!first || [...seeds.find(file)].length > 0) return
    const more = rest.length > 0 ? ` and ${rest.length} more in this file` : ''
    yield { at: first.at, message: `${first.message}${more}, not seeded here` }
  },
}
