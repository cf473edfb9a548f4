import sys

def main():
    write = sys.stdout.write
    for i in range(1, 2_000_001):
        write(f"{i}\t{i % 1000}\n")

main()
