let best = 0, longest = 0;
for (let start = 1; start < 60000; start++) {
  let n = start, steps = 0;
  while (n !== 1) {
    if (n % 2 === 0) n = Math.floor(n / 2); else n = 3 * n + 1;
    steps++;
  }
  if (steps > longest) { longest = steps; best = start }
}
print("collatz", best, longest);
