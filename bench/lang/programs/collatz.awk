BEGIN {
  for (start = 1; start < 60000; start++) {
    n = start; steps = 0
    while (n != 1) { if (n % 2 == 0) n = int(n / 2); else n = 3 * n + 1; steps++ }
    if (steps > longest) { longest = steps; best = start }
  }
  print "collatz", best, longest
}
