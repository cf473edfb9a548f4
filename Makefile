# Short names for the checks; scripts/check is where they are written down.

.PHONY: check test bench clean install

check:
	scripts/check

test:
	go test ./...

bench:
	go test -run '^$$' -bench . -benchmem ./...

# make install DESTDIR=DIR PREFIX=DIR; scripts/install does it where there is no make.
install:
	DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' BINARY='$(BINARY)' scripts/install

clean:
	rm -rf .tools demo-sandbox
