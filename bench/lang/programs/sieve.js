const n = 2000000, composite = new Array(n + 1).fill(0);
for (let i = 2; i * i <= n; i++) {
  if (composite[i]) continue;
  for (let j = i * i; j <= n; j += i) composite[j] = 1;
}
let count = 0, last = 0;
for (let i = 2; i <= n; i++) if (!composite[i]) { count++; last = i }
print("sieve", count, last);
