def main():
    total = 0
    for i in range(1, 10_000_001):
        total = (total + i * 3) % 1_000_003
    print("loop", total)

main()
