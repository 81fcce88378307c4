import type { Playbook } from '../playbook.ts'
import { loopVariables } from './checks/loop-variables.ts'
import { muxPatterns } from './checks/patterns.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.22'

export const go122: Playbook = {
  name: 'go1.22',
  version: '1.22',
  summary:
    'Each iteration of a loop has its own variables; `for range 10`; patterns of `http.ServeMux` with methods and wildcards.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at loop variables that outlive an iteration',
      why: 'each iteration has a variable of its own: mostly a bug less, but code may count on the shared one',
      source: `${NOTES}#language`,
      ...loopVariables,
    },
    {
      kind: 'check',
      title: 'look at patterns of ServeMux with braces or spaces',
      why: 'braces are wildcards and a word before a space is a method; patterns and paths are unescaped segment by segment',
      source: `${NOTES}#enhanced_routing_patterns`,
      keep: 'httpmuxgo121=1',
      ...muxPatterns,
    },
    {
      kind: 'check',
      title: 'look at TLS with old peers',
      why: 'servers too ask for TLS 1.2 at least, and cipher suites with RSA key exchange are off',
      source: `${NOTES}#minor_library_changes`,
      keep: 'tls10server=1, tlsrsakex=1',
      ...usesOf('crypto/tls', ['Config', 'NewListener', 'Server']),
    },
    {
      kind: 'check',
      title: 'look at math/rand',
      why: 'math/rand/v2 has better generators and no Seed; nothing has to change',
      source: `${NOTES}#math_rand_v2`,
      ...usesOf('math/rand', ['New', 'NewSource', 'Read']),
    },
    goLine('1.22'),
    goFix('1.22', ['forvar', 'rangeint', 'reflecttypefor']),
  ],
}
