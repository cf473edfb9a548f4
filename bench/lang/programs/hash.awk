BEGIN {
  for (i = 1; i <= 500000; i++) seen["key" i] = i
  for (i = 1; i <= 500000; i++) { k = "key" (i * 2); if (k in seen) found += seen[k] }
  for (i = 1; i <= 500000; i += 5) delete seen["key" i]
  for (k in seen) { left += seen[k] % 7; n++ }
  printf "hash %d %d %d\n", found, left, n
}
