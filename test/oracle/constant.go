package main

import "go/constant"

// constantText is exact: numbers as n or n/d, complex ones as two with a comma, strings with a char for each byte
// and a quote before; `~` when go/constant itself keeps only an approximation.
func constantText(value constant.Value) string {
	switch value.Kind() {
	case constant.Bool:
		return value.ExactString()
	case constant.String:
		text := constant.StringVal(value)
		runes := make([]rune, len(text))
		for i := range len(text) {
			runes[i] = rune(text[i])
		}
		return "'" + string(runes)
	case constant.Complex:
		if imaginary := numberText(constant.Imag(value)); imaginary != "0" {
			return numberText(constant.Real(value)) + "," + imaginary
		}
		return numberText(constant.Real(value))
	}
	return numberText(value)
}

func numberText(value constant.Value) string {
	if whole := constant.ToInt(value); whole.Kind() == constant.Int {
		return whole.ExactString()
	}
	n, d := constant.Num(value), constant.Denom(value)
	if n.Kind() == constant.Unknown || d.Kind() == constant.Unknown {
		return "~"
	}
	return n.ExactString() + "/" + d.ExactString()
}
