def main():
    text = ""
    for i in range(1, 1_000_001):
        text += f"item {i},"
    print("concat", len(text), text[500_000:500_020])

main()
