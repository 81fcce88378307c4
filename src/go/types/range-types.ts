import { coreType } from './core-type.ts'
import { basic, defaultType, isUntyped, type Type } from './type.ts'

/** The types of the iteration variables of a range clause (https://go.dev/ref/spec#For_range). */
export function rangeTypes(type: Type): readonly Type[] {
  if (isUntyped(type) && type.name !== 'untyped string') return [defaultType(type)]
  const core = coreType(defaultType(type))
  switch (core.kind) {
    case 'basic':
      return core.name === 'string' ? [basic('int'), basic('int32')] : [type]
    case 'slice':
    case 'array':
      return [basic('int'), core.element]
    case 'pointer': {
      const array = coreType(core.element)
      return array.kind === 'array' ? [basic('int'), array.element] : []
    }
    case 'map':
      return [core.key, core.element]
    case 'channel':
      return [core.element]
    case 'func': {
      const yielded = core.parameters[0] && coreType(core.parameters[0])
      return yielded?.kind === 'func' ? yielded.parameters : []
    }
    default:
      return []
  }
}
