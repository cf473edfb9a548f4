def mix(a, b, c):
    return (a + b * c) % 1009

def main():
    t = 1
    for i in range(1, 3_000_001):
        t = mix(t, i, 7)
    print("call", t)

main()
