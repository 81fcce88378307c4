// +build linux darwin

package p
