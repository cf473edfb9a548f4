def main():
    best = longest = 0
    for start in range(1, 60_000):
        n, steps = start, 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    print("collatz", best, longest)

main()
