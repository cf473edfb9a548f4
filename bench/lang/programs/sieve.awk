BEGIN {
  n = 2000000
  for (i = 0; i <= n; i++) composite[i] = 0
  for (i = 2; i * i <= n; i++) { if (composite[i]) continue; for (j = i * i; j <= n; j += i) composite[j] = 1 }
  for (i = 2; i <= n; i++) if (!composite[i]) { count++; last = i }
  print "sieve", count, last
}
