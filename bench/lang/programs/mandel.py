def main():
    size, limit, inside = 260, 60, 0
    for py in range(size):
        ci = 2.0 * py / size - 1.0
        for px in range(size):
            cr = 2.0 * px / size - 1.5
            zr, zi, n = 0.0, 0.0, 0
            while n < limit:
                r2, i2 = zr * zr, zi * zi
                if r2 + i2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = r2 - i2 + cr
                n += 1
            if n == limit:
                inside += 1
    print("mandel", inside)

main()
