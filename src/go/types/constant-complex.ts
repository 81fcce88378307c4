import type { Constant, NumberConstant } from './constant.ts'

/** A complex value; one without an imaginary part is the number that its real part is. */
export function complex(real: NumberConstant, imaginary: NumberConstant): Constant {
  return isZero(imaginary) ? real : { kind: 'complex', real, imaginary }
}

const ZERO: NumberConstant = { kind: 'int', value: 0n }

/** The real and the imaginary part of a number; undefined for anything else. */
export function partsOfComplex(constant: Constant): readonly [NumberConstant, NumberConstant] | undefined {
  if (constant.kind === 'complex') return [constant.real, constant.imaginary]
  return constant.kind === 'int' || constant.kind === 'float' ? [constant, ZERO] : undefined
}

/** The result of an operation on real numbers; undefined where it is too large to follow up. */
export type RealOperation = (
  operator: string,
  left: NumberConstant,
  right: NumberConstant,
) => NumberConstant | undefined

/** The sum, difference, product or quotient of two complex numbers. */
export function complexOperation(
  operator: string,
  [a, b]: readonly [NumberConstant, NumberConstant],
  [c, d]: readonly [NumberConstant, NumberConstant],
  operation: RealOperation,
): Constant | undefined {
  switch (operator) {
    case '+':
    case '-':
      return made(operation(operator, a, c), operation(operator, b, d))
    case '*':
      return made(both('-', times(a, c), times(b, d)), both('+', times(a, d), times(b, c)))
    case '/': {
      const divisor = both('+', times(c, c), times(d, d))
      return made(
        both('/', both('+', times(a, c), times(b, d)), divisor),
        both('/', both('-', times(b, c), times(a, d)), divisor),
      )
    }
    default:
      return undefined
  }

  function times(left: NumberConstant, right: NumberConstant): NumberConstant | undefined {
    return operation('*', left, right)
  }

  function both(
    operator: string,
    left: NumberConstant | undefined,
    right: NumberConstant | undefined,
  ): NumberConstant | undefined {
    return left && right && operation(operator, left, right)
  }
}

function made(real: NumberConstant | undefined, imaginary: NumberConstant | undefined): Constant | undefined {
  return real && imaginary && complex(real, imaginary)
}

function isZero(constant: NumberConstant): boolean {
  return constant.kind === 'int' ? constant.value === 0n : constant.numerator === 0n
}
