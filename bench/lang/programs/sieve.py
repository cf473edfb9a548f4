def main():
    n = 2_000_000
    composite = [0] * (n + 1)
    i = 2
    while i * i <= n:
        if not composite[i]:
            for j in range(i * i, n + 1, i):
                composite[j] = 1
        i += 1
    count = last = 0
    for k in range(2, n + 1):
        if not composite[k]:
            count += 1
            last = k
    print("sieve", count, last)

main()
