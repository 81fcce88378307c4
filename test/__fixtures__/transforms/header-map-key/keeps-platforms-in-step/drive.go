package cache

import "fmt"

func drive() {
	fmt.Println(get(nil), get(buffer[:0]), get(buffer))
	note(buffer, 2)
	fmt.Println(get(buffer), get(equal), get(buffer[:2]), get(buffer[1:]))
	copy(buffer, "xyz")
	fmt.Println(get(buffer), get(equal))
	note(equal, 3)
	copy(buffer, equal)
	fmt.Println(get(buffer), get(equal))
	fmt.Println(len(known))
	sum := 0
	for k, v := range known {
		sum += v
		delete(known, k)
	}
	fmt.Println(sum, get(buffer), get(equal))
	known = nil
	fmt.Println(get(equal), get(buffer[3:]))
	fmt.Println(len(known))
}

var buffer, equal = []byte("abc"), []byte("abc")

func note(b []byte, v int) {
	switch known := interface{}(known).(type) {
	case map[key]int:
		known[keyOf(b)] = v
	case map[string]int:
		known[string(b)] = v
	}
}
