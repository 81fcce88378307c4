import type { Playbook } from '../playbook.ts'
import { linknames, timerChannelSizes } from './checks/patterns.ts'
import { usesOf } from './checks/uses.ts'
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
      ...timerChannelSizes,
    },
    {
      kind: 'check',
      title: 'look at timers that are stopped or reset',
      why: 'after Stop or Reset no old value can be received, so code that drains the channel may wait forever',
      source: `${NOTES}#timer-changes`,
      keep: 'asynctimerchan=1',
      ...usesOf('time', ['NewTimer', 'AfterFunc']),
    },
    {
      kind: 'check',
      title: 'look at linknames into the standard library',
      why: 'the linker rejects those that the standard library does not mark',
      source: `${NOTES}#linker`,
      ...linknames,
    },
    {
      kind: 'check',
      title: 'look at symbolic links on Windows',
      why: 'Lstat and EvalSymlinks treat mount points and other reparse points differently',
      source: 'https://go.dev/doc/godebug#go-123',
      keep: 'winsymlink=0, winreadlinkvolume=0',
      ...usesOf('path/filepath', ['EvalSymlinks']),
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
    goLine('1.23'),
    goFix('1.23', ['mapsloop', 'stditerators']),
  ],
}
