package fixture

import (
	goruntime "example.com/fixture/rt"
)

func end(b []byte, n int) (int, *goruntime.GoSlice) {
	if len(b) > n {
		return cap(b), nil
	}
	return 0, nil
}
