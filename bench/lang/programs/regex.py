import re
import sys

def main():
    pattern = re.compile(r'^(\S+) \S+ \S+ \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+)')
    lines = size = 0
    status, host = {}, {}
    with open(sys.argv[1]) as log:
        for line in log:
            m = pattern.search(line)
            if m:
                lines += 1
                status[m[5]] = status.get(m[5], 0) + 1
                size += int(m[6])
                if m[3] == "POST":
                    host[m[1]] = host.get(m[1], 0) + 1
    print("regex", lines, size, len(host))
    for s in sorted(status):
        print(s, status[s])

main()
