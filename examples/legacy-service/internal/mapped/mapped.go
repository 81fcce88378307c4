// Package mapped opens files as memory, where the system can do that.
package mapped

import "errors"

// File is a file whose content can be read as memory until it is closed.
type File struct {
	Data  []byte
	close func() error
}

var errClosed = errors.New("mapped: file is closed")

// Close gives the memory back; Data must not be used afterwards.
func (f *File) Close() error {
	if f.close == nil {
		return errClosed
	}
	closeFile := f.close
	f.Data, f.close = nil, nil
	return closeFile()
}
