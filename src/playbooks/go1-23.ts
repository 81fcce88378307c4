import type { Playbook } from '../playbook.ts'
import { literalsWithout } from './checks/fields.ts'
import { linknames } from './checks/patterns.ts'
import { drainedTimers, timerChannelSizes } from './checks/timers.ts'
import { either, usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.23'

export const go123: Playbook = {
  name: 'go1.23',
  version: '1.23',
  summary:
    'Range over functions; timers that are collected and whose channels are unbuffered; `//go:linkname` into the standard library is restricted.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at len and cap of timer channels',
      why: 'the channel is unbuffered: len and cap are always 0; try a receive with select and default instead',
      source: `${NOTES}#timer-changes`,
      keep: 'asynctimerchan=1',
      keepUntil: '1.26',
      ...timerChannelSizes,
    },
    {
      kind: 'check',
      title: 'look at timers that are drained after Stop or before Reset',
      why: 'no old value can be received after them, so the receive is not needed, and one outside of a select may wait forever',
      source: `${NOTES}#timer-changes`,
      keep: 'asynctimerchan=1',
      keepUntil: '1.26',
      ...drainedTimers,
    },
    {
      kind: 'check',
      title: 'look at linknames into the standard library',
      why: 'the linker rejects those that the standard library does not mark, unless it is given -checklinkname=0',
      source: `${NOTES}#linker`,
      ...linknames,
    },
    {
      kind: 'check',
      title: 'look at symbolic links on Windows',
      why: 'Readlink and EvalSymlinks keep volume names, and mount points are no symbolic links',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'winsymlink=0, winreadlinkvolume=0',
      ...either(usesOf('path/filepath', ['EvalSymlinks']), usesOf('os', ['Readlink'])),
    },
    {
      kind: 'check',
      title: 'look at headers of error pages of served files',
      why: 'Cache-Control, Content-Encoding, Etag and Last-Modified are removed from errors',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'httpservecontentkeepheaders=1',
      ...usesOf('net/http', ['ServeContent', 'ServeFile', 'ServeFS']),
    },
    {
      kind: 'check',
      title: 'look at certificates with negative serial numbers',
      why: 'parsing rejects them',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'x509negativeserial=1',
      ...usesOf('crypto/x509', ['ParseCertificate', 'ParseCertificates']),
    },
    {
      kind: 'check',
      title: 'look at TLS with peers that have only 3DES',
      why: 'its cipher suites are not offered unless CipherSuites names them',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'tls3des=1',
      keepUntil: '1.26',
      ...literalsWithout('crypto/tls', 'Config', 'CipherSuites'),
    },
    {
      kind: 'check',
      title: 'look at key pairs whose leaf is looked at',
      why: 'the field Leaf is filled in',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'x509keypairleaf=0',
      keepUntil: '1.26',
      ...usesOf('crypto/tls', ['X509KeyPair', 'LoadX509KeyPair']),
    },
    {
      kind: 'check',
      title: 'look at code that takes Go types apart',
      why: 'an alias is a node of its own, *types.Alias, where there was the type that it stands for; types.Unalias looks through it',
      source: `${NOTES}#gotypespkggotypes`,
      keep: 'gotypesalias=0',
      keepUntil: '1.26',
      ...usesOf('go/types', ['Named', 'Basic', 'Struct', 'Pointer']),
    },
    goLine('1.23', 'timers have unbuffered channels; the GODEBUG defaults are those of Go 1.23'),
    goFix('1.23', ['mapsloop', 'stditerators', 'slicesbackward']),
  ],
}
