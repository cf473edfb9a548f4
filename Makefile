# Short names for the checks; scripts/check is where they are written down.

.PHONY: check test bench clean

check:
	scripts/check

test:
	go test ./...

bench:
	go test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf .tools demo-sandbox
