import { bodies, template } from './grammar.ts'

const SLICE = '(*reflect.SliceHeader)(unsafe.Pointer(&⟨b¦b¦c⟩))'
const STRING = '(*reflect.StringHeader)(unsafe.Pointer(&⟨s¦s¦a⟩))'

const PATTERNS = [
  // b or c as a string.
  `⟨var t$ string¦t$ := s¦t$ := ""⟩
   bh$ := ${SLICE}
   ⟨sh$ :=¦var sh$ =⟩ (*reflect.StringHeader)(unsafe.Pointer(&t$))
   sh$.Data⟨ = bh$.Data¦ = uintptr(unsafe.Pointer(&b[0]))¦, sh$.Len = bh$.Data, bh$.Len⟩
   sh$.Len = ⟨bh$.Len¦bh$.Len¦len(b)¦n¦bh$.Cap⟩
   show(t$⟨¦, len(t$), sh$.Len¦ == s⟩)`,
  `⟨var t$ string¦t$ := s⟩
   (*reflect.StringHeader)(unsafe.Pointer(&t$)).Data = (${SLICE}).Data
   (*reflect.StringHeader)(unsafe.Pointer(&t$)).Len = ⟨len(b)¦(${'(*reflect.SliceHeader)(unsafe.Pointer(&b))'}).Len⟩
   show(t$)`,
  // A string as bytes.
  `⟨var r$ []byte¦r$ := c¦r$ := fresh(2)⟩
   sh$ := ⟨¦*⟩${STRING}
   bh$ := (*reflect.SliceHeader)(unsafe.Pointer(&r$))
   bh$.Data = sh$.Data
   ⟨bh$.Len = sh$.Len¦bh$.Len = len(s)¦bh$.Len = n⟩
   ⟨bh$.Cap = sh$.Len¦bh$.Cap = len(s)¦bh$.Cap = bh$.Len¦bh$.Cap = n¦⟩
   show(⟨r$, len(r$), cap(r$)¦len(r$), cap(r$), r$ == nil¦string(r$)⟩)`,
  // Bytes as other elements.
  `bh$ := *${SLICE}
   ⟨bh$.Len /= 2¦bh$.Len = len(b) / 2¦bh$.Len >>= 1¦⟩
   ⟨bh$.Cap /= 2¦bh$.Cap = bh$.Len¦bh$.Cap = len(b) / 2¦⟩
   w$ := *(*[]⟨int8¦uint16¦byte⟩)(unsafe.Pointer(&bh$))
   show(⟨w$, ⟩len(w$), cap(w$))`,
  // Literals.
  `bh$ := ⟨¦*⟩${SLICE}
   sh$ := reflect.StringHeader{⟨Data: bh$.Data, Len: bh$.Len¦bh$.Data, bh$.Len¦Data: bh$.Data, Len: len(b)⟩}
   ⟨show(*(*string)(unsafe.Pointer(&sh$)))¦t$ := *(*string)(unsafe.Pointer(&sh$))\nshow(t$)⟩`,
  `bh$ := ${SLICE}
   sh$ := &reflect.StringHeader{⟨Data: bh$.Data, Len: bh$.Len¦Data: (${'*(*reflect.SliceHeader)(unsafe.Pointer(&b))'}).Data, Len: len(b)⟩}
   ⟨show(*(*string)(unsafe.Pointer(sh$)))¦t$ := *(*string)(unsafe.Pointer(sh$))\nshow(t$)⟩`,
  `bh$ := ⟨¦*⟩${SLICE}
   gh$ := reflect.SliceHeader{Data: bh$.Data, Len: ⟨bh$.Len¦n⟩, Cap: ⟨bh$.Cap¦n¦bh$.Len⟩}
   show(*(*[]byte)(unsafe.Pointer(&gh$)))`,
  // Fields in place, of slices that stay such as Go makes them.
  `bh$ := ${SLICE}
   ⟨bh$.Len = min(n, cap(b))¦bh$.Len = max(0, len(b)-1)¦bh$.Cap = bh$.Len¦bh$.Data++¦show(bh$.Len)¦x$ := bh$.Len\nshow(x$)⟩
   ⟨show(bh$.Len, bh$.Cap)¦show(bh$.Data == 0)¦show((*reflect.SliceHeader)(unsafe.Pointer(&b)).Len)⟩
   show(⟨b, len(b), cap(b), c¦len(b), cap(c)⟩)`,
  // Casts.
  `⟨t$ := *(*string)(unsafe.Pointer(&⟨b¦c⟩))¦var t$ = *(*string)(unsafe.Pointer(&b)) + s⟩
   show(t$, ⟨len(t$)¦b¦s⟩)`,
  `r$ := (*[⟨1 << 20¦16¦4⟩]⟨byte¦int8¦uint16⟩)(unsafe.Pointer(&⟨b[0]¦b[n]¦c[0]⟩))[:⟨n:n¦len(b)¦2:3¦n:cap(b)¦len(c):len(c)⟩]
   show(r$, len(r$), cap(r$))`,
]

const OTHERS = [
  'show(len(b), s)',
  'c = append(c, 7)',
  'b = b[:len(b)/2]',
  'b = nil',
  'c = fresh(n)',
  'c = b',
  'n++',
  's = a',
  'if n == 3 { return }',
  'if len(b) > 2 { b[0]++ }',
  'touch(&b)',
  'touch(&c)',
  'p := &b; *p = append(*p, 1)',
  'defer func() { show(recover() != nil, len(b), c) }()',
  'func() { b = append(b, 9) }()',
  'f := func() { b = b[:0] }; f()',
  '// a comment',
  'runtime.KeepAlive(b)',
  'for i := range b { b[i] ^= 1 }',
  'switch n { case 2: b = c }',
  'var reflect = n; _ = reflect',
  'len := func(any) int { return 1 }; _ = len',
  'type string = []byte',
  'goto end; end:',
]

/** Bodies of `func(b, c []byte, s, a string, n int)` that are full of headers and casts. */
export const headerBodies = bodies(
  PATTERNS.map(text => template(text)),
  OTHERS,
)
