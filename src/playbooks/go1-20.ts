import type { Playbook } from '../playbook.ts'
import { unseededRandom } from './checks/random.ts'
import { usesOf } from './checks/uses.ts'
import { goFix, goLine, rewrite } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.20'

export const go120: Playbook = {
  name: 'go1.20',
  version: '1.20',
  summary:
    '`unsafe.String`, `unsafe.StringData`, `unsafe.SliceData`; slices convert to arrays; `math/rand` seeds itself.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at random numbers that nobody seeds',
      why: 'the functions of math/rand start from a random seed unless Seed is called: tests that count on one sequence need rand.New',
      source: `${NOTES}#mathrandpkgmathrand`,
      keep: 'randautoseed=0',
      ...unseededRandom,
    },
    {
      kind: 'check',
      title: 'look at rand.Seed and rand.Read',
      why: 'Seed is deprecated and mostly not needed any more; of Read mostly the one of crypto/rand is meant',
      source: `${NOTES}#mathrandpkgmathrand`,
      ...usesOf('math/rand', ['Seed', 'Read']),
    },
    {
      kind: 'check',
      title: 'look at how a cut-off varint is told apart',
      why: 'after a part of a value the error is io.ErrUnexpectedEOF and no longer io.EOF',
      source: `${NOTES}#encodingbinarypkgencodingbinary`,
      ...usesOf('encoding/binary', ['ReadVarint', 'ReadUvarint']),
    },
    {
      kind: 'check',
      title: 'look at errors of certificates that are told apart by type',
      why: 'a failed TLS handshake gives a *tls.CertificateVerificationError around them: errors.As finds them, a type assertion does not',
      source: `${NOTES}#cryptotlspkgcryptotls`,
      ...usesOf('crypto/x509', ['UnknownAuthorityError', 'HostnameError', 'CertificateInvalidError']),
    },
    {
      kind: 'check',
      title: 'look at what reverse proxies send on',
      why: 'no User-Agent is added to a request that comes without one',
      source: `${NOTES}#reverseproxy_rewrite`,
      ...usesOf('net/http/httputil', ['ReverseProxy', 'NewSingleHostReverseProxy']),
    },
    {
      kind: 'check',
      title: 'look at XML with namespaces',
      why: 'names with several colons, empty namespaces, and tags closed under another prefix are rejected',
      source: `${NOTES}#encodingxmlpkgencodingxml`,
      ...usesOf('encoding/xml', ['Unmarshal', 'NewDecoder']),
    },
    goLine('1.20'),
    rewrite(
      'dangling-header',
      'an address that is kept as an integer until a header gets it keeps nothing alive; as a pointer it can be replaced too',
      'https://pkg.go.dev/unsafe#Pointer',
    ),
    rewrite(
      'slice-header',
      'headers of slices and strings are what unsafe.String, StringData and SliceData, with Slice and Add, replace',
      `${NOTES}#language`,
    ),
    rewrite(
      'zero-copy-cast',
      'casts between strings and byte slices are what unsafe.String, StringData and SliceData replace',
      `${NOTES}#language`,
    ),
    rewrite(
      'aliased-map-key',
      'the bytes behind a zero-copy string must not change, and a map keeps its keys',
      'https://pkg.go.dev/unsafe#String',
    ),
    rewrite(
      'header-map-key',
      'headers as keys say where slices are and not what they hold; what a map is asked for is mostly the latter',
      'https://pkg.go.dev/reflect#SliceHeader',
    ),
    goFix('1.20', ['stringscutprefix']),
  ],
}
