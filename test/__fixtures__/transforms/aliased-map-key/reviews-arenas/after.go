package fixture

import (
	"fmt"
	"strconv"
	"strings"
	"unsafe"
)

func b2s(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func numbers(all []int) map[string]bool {
	found := map[string]bool{}
	buffer := make([]byte, 0, 64)
	for _, number := range all {
		start := len(buffer)
		buffer = strconv.AppendInt(buffer, int64(number), 10)
		found[string(buffer[start:])] = true
	}
	return found
}

func squares(all []int) int {
	found := map[string]bool{}
	var buffer []byte
	for _, number := range all {
		start := len(buffer)
		buffer = strconv.AppendInt(buffer, int64(number*number), 10)
		key := b2s(buffer[start:])
		if !found[string(buffer[start:])] {
			found[strings.Clone(key)] = true
		}
	}
	return len(found)
}

func show() { fmt.Println(len(numbers(nil))) }
