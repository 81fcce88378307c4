package p

func shorten(b []byte, n int) []byte {
	b = b[:n]
	return b
}
