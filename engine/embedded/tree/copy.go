package tree

// This file copies contents between open files.

import (
	"errors"
	"io"
)

// Step is called after each piece that was copied, with its length. An error
// ends the copy and is returned.
type Step func(n int) error

// piece is how much is copied between two calls of Step.
const piece = 8 << 20

// Copy appends up to n bytes from the reading position of src to the writing
// position of dst and returns how many it copied; fewer when src is shorter.
// buf is the working space where the system cannot copy by itself.
func Copy(dst, src File, n int64, buf []byte, step Step) (int64, error) {
	var done int64
	if n > int64(len(buf)) {
		var err error
		if done, err = copyRange(dst, src, n, step); err != errNoRange {
			return done, err
		}
	}
	for done < n {
		want := min(int64(len(buf)), n-done)
		got, err := src.Read(buf[:want])
		if got > 0 {
			if _, err := dst.Write(buf[:got]); err != nil {
				return done, err
			}
			done += int64(got)
			if err := step(got); err != nil {
				return done, err
			}
		}
		if err == io.EOF {
			return done, nil
		}
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// errNoRange says that the system cannot copy between these files.
var errNoRange = errors.New("no copy_file_range")

func eof(n, want int, err error, name string) (int, error) {
	if err != nil {
		return 0, pathError("read", name, err)
	}
	if n == 0 && want > 0 {
		return 0, io.EOF
	}
	return n, nil
}
