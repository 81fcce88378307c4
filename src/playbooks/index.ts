import type { Playbook } from '../playbook.ts'
import { go117 } from './go1-17.ts'
import { go118 } from './go1-18.ts'
import { go119 } from './go1-19.ts'
import { go120 } from './go1-20.ts'
import { go121 } from './go1-21.ts'
import { go122 } from './go1-22.ts'
import { go123 } from './go1-23.ts'
import { go124 } from './go1-24.ts'
import { go125 } from './go1-25.ts'
import { go126 } from './go1-26.ts'
import { go127 } from './go1-27.ts'

/** One for each Go release, in order. */
export const playbooks: readonly Playbook[] = [
  go117,
  go118,
  go119,
  go120,
  go121,
  go122,
  go123,
  go124,
  go125,
  go126,
  go127,
]
