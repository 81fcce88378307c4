package kept

func length(b []byte) int {
	return len(b)
}
