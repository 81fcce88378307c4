import type { Playbook } from '../playbook.ts'
import { literalsWithout } from './checks/fields.ts'
import { loopVariables } from './checks/loop-variables.ts'
import { muxPatterns, templateLiterals } from './checks/patterns.ts'
import { methodsOf, usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.22'

export const go122: Playbook = {
  name: 'go1.22',
  version: '1.22',
  summary:
    'Each iteration of a loop has its own variables; `for range 10`; patterns of `http.ServeMux` with methods and wildcards; `math/rand/v2`.',
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
      why: 'servers too ask for TLS 1.2 at least, and cipher suites without ECDHE are not offered',
      source: `${NOTES}#minor_library_changes`,
      keep: 'tls10server=1, tlsrsakex=1',
      keepUntil: '1.26',
      ...literalsWithout('crypto/tls', 'Config', 'MinVersion'),
    },
    {
      kind: 'check',
      title: 'look at keying material of TLS connections',
      why: 'ExportKeyingMaterial gives an error without TLS 1.3 or extended master secret',
      source: `${NOTES}#minor_library_changes`,
      keep: 'tlsunsafeekm=1',
      keepUntil: '1.26',
      ...methodsOf('crypto/tls', ['ExportKeyingMaterial']),
    },
    {
      kind: 'check',
      title: 'look at templates with actions in JavaScript template literals',
      why: 'from 1.19.8 they were an error; they are allowed, and escaped as JavaScript',
      source: `${NOTES}#minor_library_changes`,
      ...templateLiterals,
    },
    {
      kind: 'check',
      title: 'look at split functions that end a scan early',
      why: 'ErrFinalToken with a nil token stops at once, without a last empty token',
      source: `${NOTES}#minor_library_changes`,
      ...usesOf('bufio', ['ErrFinalToken']),
    },
    {
      kind: 'check',
      title: 'consider math/rand/v2',
      why: 'it has better generators and no Seed; nothing has to change',
      source: `${NOTES}#math_rand_v2`,
      ...usesOf('math/rand', ['New', 'NewSource', 'Read']),
    },
    {
      kind: 'gate',
      title: 'confirm that the loop variables listed above may be separate ones',
      why: 'the next step changes what they mean, and tests may not notice',
      source: `${NOTES}#language`,
    },
    goLine(
      '1.22',
      'each iteration of a loop gets its own variables; the GODEBUG defaults are those of Go 1.22',
    ),
    goFix('1.22', ['forvar', 'rangeint', 'reflecttypefor']),
  ],
}
