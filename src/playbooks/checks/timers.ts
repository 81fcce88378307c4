import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { type Finder, siteOf } from './uses.ts'

/** len and cap of the channel of a timer, which is unbuffered since 1.23. */
export const timerChannelSizes: Finder = {
  mentions: [{ literal: '.C)', pattern: /\b(len|cap)\([^()\n]*\.C\)/ }],
  *find(file) {
    for (const call of file.tree.rootNode.descendantsOfType('call_expression'))
      if (/^(len|cap)\([^()]*\.C\)$/.test(call.text)) yield siteOf(file, call, call.text)
  },
}

/** Receives from the channel of a timer in an `if` on its Stop or Reset: `if !t.Stop() { <-t.C }`. */
export const drainedTimers: Finder = {
  mentions: [{ literal: '.C', pattern: /\.(Stop|Reset)\([^\n]*\{/ }],
  *find(file) {
    for (const statement of file.tree.rootNode.descendantsOfType('if_statement')) {
      const timer = stoppedTimer(statement)
      if (timer === undefined) continue
      const body = statement.childForFieldName('consequence')
      const receives = body?.descendantsOfType('unary_expression') ?? []
      const drain = receives.find(({ text }) => text.replace(/\s/g, '') === `<-${timer}.C`)
      if (drain) yield siteOf(file, drain, `${timer} is drained`)
    }
  },
}

/** `t` of `if !t.Stop()`, with or without a statement before the condition. */
function stoppedTimer(statement: SyntaxNode): string | undefined {
  const condition = statement.childForFieldName('condition')?.text ?? ''
  return /^!\s*([\w.]+)\.(?:Stop|Reset)\(.*\)$/s.exec(condition)?.[1]
}
