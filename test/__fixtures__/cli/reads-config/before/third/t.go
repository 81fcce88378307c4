// +build linux

package third
