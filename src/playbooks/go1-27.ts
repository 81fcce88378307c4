import type { Playbook } from '../playbook.ts'
import { removedSettings } from './checks/patterns.ts'
import { either, methodsOf, usesOf } from './checks/uses.ts'
import { goFix, goLine } from './steps.ts'

const NOTES = 'https://go.dev/doc/go1.27'

export const go127: Playbook = {
  name: 'go1.27',
  version: '1.27',
  summary:
    'Generic methods; `encoding/json` on top of its second version; settings that kept the timers and the TLS of Go 1.21 are gone.',
  source: NOTES,
  steps: [
    {
      kind: 'check',
      title: 'look at GODEBUG settings that are gone',
      why: 'asynctimerchan, gotypesalias, tls10server, tls3des, tlsrsakex, tlsunsafeekm and x509keypairleaf no longer keep the old behaviour, and an old value stops the build',
      source: `${NOTES}#go-command`,
      ...removedSettings,
    },
    {
      kind: 'check',
      title: 'look at the words of JSON errors',
      why: 'encoding/json has a new implementation, and the text of its errors may differ',
      source: `${NOTES}#jsonv2`,
      ...usesOf('encoding/json', ['SyntaxError', 'UnmarshalTypeError', 'MarshalerError']),
    },
    {
      kind: 'check',
      title: 'look at compressed data that is compared bit by bit',
      why: 'the encoder of DEFLATE is faster and its output differs, so that of gzip, zlib, zip and PNG does too',
      source: `${NOTES}#compressflatepkgcompressflate`,
      ...either(
        usesOf('compress/flate', ['NewWriter', 'NewWriterDict']),
        usesOf('compress/gzip', ['NewWriter', 'NewWriterLevel']),
        usesOf('compress/zlib', ['NewWriter', 'NewWriterLevel', 'NewWriterLevelDict']),
        usesOf('archive/zip', ['NewWriter']),
        usesOf('image/png', ['Encode', 'Encoder']),
      ),
    },
    {
      kind: 'check',
      title: 'look at pointers of functions that are compared',
      why: 'function literals that captured different values may have the same code pointer',
      source: `${NOTES}#compiler`,
      ...methodsOf('reflect', ['Pointer']),
    },
    {
      kind: 'check',
      title: 'look at the end of Unix sockets',
      why: 'reading gives io.EOF itself, without a *net.OpError around it',
      source: `${NOTES}#netpkgnet`,
      ...usesOf('net', ['UnixConn', 'DialUnix', 'ListenUnix']),
    },
    {
      kind: 'check',
      title: 'look at the roots of certificates on Windows and macOS',
      why: 'SSL_CERT_FILE and SSL_CERT_DIR are respected there',
      source: `${NOTES}#cryptox509pkgcryptox509`,
      keep: 'x509sslcertoverrideplatform=0',
      ...usesOf('crypto/x509', ['SystemCertPool']),
    },
    {
      kind: 'check',
      title: 'look at labels of goroutines',
      why: 'tracebacks show them',
      source: `${NOTES}#runtime`,
      keep: 'tracebacklabels=0',
      ...usesOf('runtime/pprof', ['Do', 'SetGoroutineLabels']),
    },
    goLine('1.27', 'go mod tidy merges the require blocks; the GODEBUG defaults are those of Go 1.27'),
    goFix('1.27', ['embedlit']),
  ],
}
