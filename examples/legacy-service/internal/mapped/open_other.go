// +build !linux,!darwin,!windows appengine,!windows

package mapped

import "io/ioutil"

// Open reads a file: this system cannot map it.
func Open(path string) (*File, error) {
	data, err := ioutil.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return &File{Data: data, close: func() error { return nil }}, nil
}
