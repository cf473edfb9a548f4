import sys

def main():
    count = {}
    with open(sys.argv[1]) as lines:
        for line in lines:
            for word in line.lower().split():
                count[word] = count.get(word, 0) + 1
    top = sorted(count, key=lambda w: (-count[w], w))
    print("wordfreq", len(top))
    for w in top[:10]:
        print(w, count[w])

main()
