import type { Type } from './type.ts'
import { methodsOf } from './underlying.ts'

/**
 * The type as Go would write it, with full package paths, no parameter names, and aliases replaced; what is not known
 * appears as `unknown`.
 */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'basic':
      return type.name
    case 'unknown':
      return 'unknown'
    case 'parameter':
      return type.name
    case 'named': {
      const { package: path, name } = type.declaration
      const list = type.arguments.map(typeText).join(',')
      return `${path === '' ? '' : `${path}.`}${name}${list === '' ? '' : `[${list}]`}`
    }
    case 'pointer':
      return `*${typeText(type.element)}`
    case 'slice':
      return `[]${typeText(type.element)}`
    case 'array':
      return `[${type.length ?? 'unknown'}]${typeText(type.element)}`
    case 'map':
      return `map[${typeText(type.key)}]${typeText(type.element)}`
    case 'channel':
      return channelText(type.direction, type.element)
    case 'func':
      return `func${signatureText(type)}`
    case 'struct':
      return structText(type)
    case 'interface':
      return interfaceText(type)
    case 'union':
      return type.terms.map(term => (term.hasTilde ? '~' : '') + typeText(term.type)).join(' | ')
    case 'tuple':
      return `(${type.types.map(typeText).join(', ')})`
  }
}

function channelText(direction: 'both' | 'send' | 'receive', element: Type): string {
  const text = typeText(element)
  if (direction === 'send') return `chan<- ${text}`
  if (direction === 'receive') return `<-chan ${text}`
  return element.kind === 'channel' && element.direction === 'receive' ? `chan (${text})` : `chan ${text}`
}

function signatureText(type: Type & { kind: 'func' }): string {
  const typeParameters = type.typeParameters
    .map(parameter => `${parameter.name} ${typeText(parameter.constraint())}`)
    .join(', ')
  const parameters = type.parameters.map((parameter, index) => {
    const isRest = type.isVariadic && index === type.parameters.length - 1
    return isRest && parameter.kind === 'slice' ? `...${typeText(parameter.element)}` : typeText(parameter)
  })
  const results = type.results.map(typeText)
  const result =
    results.length === 0 ? '' : results.length === 1 ? ` ${results[0]}` : ` (${results.join(', ')})`
  return `${typeParameters === '' ? '' : `[${typeParameters}]`}(${parameters.join(', ')})${result}`
}

function structText({ fields, isComplete }: Type & { kind: 'struct' }): string {
  const texts = fields.map(field => {
    const tag = field.tag === '' ? '' : ` ${JSON.stringify(field.tag)}`
    return `${field.isEmbedded ? '' : `${field.name} `}${typeText(field.type)}${tag}`
  })
  return `struct{${[...texts, ...(isComplete ? [] : ['unknown'])].join('; ')}}`
}

function interfaceText(type: Type & { kind: 'interface' }): string {
  const all = methodsOf(type)
  const methods = all.methods
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(method => {
      const signature = method.type()
      return method.name + (signature.kind === 'func' ? signatureText(signature) : 'unknown')
    })
  const terms = all.terms.map(typeText)
  return `interface{${[...methods, ...terms, ...(all.isComplete ? [] : ['unknown'])].join('; ')}}`
}
