import { bodies, template } from './grammar.ts'

const PATTERNS = [
  `m$ := ⟨map[string]int{}¦make(map[string]int)¦make(map[string]int, n)¦map[string]int{"a": 1}⟩
   ⟨m$[string(b)] = n¦m$[string(b)]++¦m$[string(b[:⟨4¦n⟩])] = 1⟩
   ⟨show(m$[string(b)])¦v$, ok$ := m$[string(c)]\nshow(v$, ok$)¦delete(m$, string(c))¦k$ := string(b)\nshow(m$[k$])⟩
   show(⟨len(m$)¦m$[s], len(m$)¦m$⟩)`,
  `m$ := ⟨map[string]int{}¦make(map[string]int)⟩
   h$ := ⟨sha256.Sum256(b)¦four(b)¦named(four(b))⟩
   ⟨m$[string(h$[:])] = n¦m$[string(h$[:])]++¦m$[string(h$[:2])] = 1⟩
   ⟨g$ := four(c)¦g$ := h$¦g$ := sha256.Sum256(c)⟩
   ⟨show(m$[string(g$[:])])¦v$, ok$ := m$[string(g$[:])]\nshow(v$, ok$)¦delete(m$, string(g$[:]))⟩
   ⟨show(len(m$))¦for k$, v$ := range m$ { show(k$ == string(h$[:]), v$) }¦for k$ := range m$ { show([]byte(k$)) }¦show(m$)⟩`,
  `m$ := map[⟨string¦string¦[2]string¦struct{ a string; n int }⟩]int{}
   t$ := ⟨*(*string)(unsafe.Pointer(&b))¦unsafe.String(unsafe.SliceData(b), len(b))¦view(b)⟩
   ⟨m$[t$] = n¦m$[t$]++¦m$[view(c)] = 1¦m$[[2]string{t$, s}] = 1¦m$[struct{ a string; n int }{t$, n}]++⟩
   ⟨if len(b) > 0 { b[0]++ }¦⟩
   ⟨show(m$[t$])¦show(m$[string(b)], m$[s])¦delete(m$, t$)¦⟩
   show(len(m$))`,
  `for i := 0; i < n; i++ {
   k$ := string(⟨b¦b[:i%4]¦append(b, c...)¦s[i:]⟩)
   ⟨if _, ok := seen[k$]; ok { show(i) }¦seen[k$] = i¦if seen[k$] > 0 { show(k$) }⟩
   ⟨b = append(b[:0], byte(i))¦⟩
   }
   show(len(seen))`,
]

const OTHERS = [
  'show(len(b), s)',
  'c = append(c, 7)',
  'b = b[:len(b)/2]',
  'b = nil',
  'c = b',
  'n++',
  's = a',
  'if n == 3 { return }',
  'if len(b) > 2 { b[0]++ }',
  'touch(&b)',
  'seen = nil',
  'seen = map[string]int{s: 1}',
  'defer func() { show(recover() != nil, len(b), c, len(seen)) }()',
  'func() { b = append(b, 9) }()',
  '// a comment',
  'for i := range b { b[i] ^= 1 }',
  'var string = n; _ = string',
  'type string = []byte',
  'delete := func(any, any) {}; _ = delete',
]

/** Bodies of `func(b, c []byte, s, a string, n int)` that are full of maps with keys of bytes; `seen` is such a map. */
export const keyBodies = bodies(
  PATTERNS.map(text => template(text)),
  OTHERS,
)
