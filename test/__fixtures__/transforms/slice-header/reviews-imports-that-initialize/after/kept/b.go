package kept

import "example.com/fixture/hdr"

var Empty hdr.GoSlice
