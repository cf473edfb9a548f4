//go:build race

package syncthing_test

// raceEnabled says that the race detector slows everything down.
const raceEnabled = true
