def main():
    seen = {}
    for i in range(1, 500_001):
        seen[f"key{i}"] = i
    found = 0
    for i in range(1, 500_001):
        k = "key" + str(i * 2)
        if k in seen:
            found += seen[k]
    for i in range(1, 500_001, 5):
        del seen[f"key{i}"]
    print("hash", found, sum(v % 7 for v in seen.values()), len(seen))

main()
